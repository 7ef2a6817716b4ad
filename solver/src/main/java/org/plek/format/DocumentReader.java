package org.plek.format;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads one document by its shape and turns every failure into issues. */
final class DocumentReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(100_000)
                  .maxNameLength(10_000)
                  .maxNumberLength(400)
                  .build())
          .build();

  private DocumentReader() {}

  static <T> T read(
      InputStream bytes, ObjectShape<T> shape, ReadOptions options, Consumer<Reading> preparation)
      throws IOException {
    Issues issues = new Issues(options.maxIssues());
    try {
      LimitedInput input = LimitedInput.open(bytes, options.maxBytes());
      try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), input)) {
        Reading in = new Reading(json, issues, options.rulePacks());
        preparation.accept(in);
        @Nullable T value = readWhole(shape, in, input, options);
        if (value != null && issues.errorCount() == 0) {
          issues.warnings().forEach(options.warnings());
          return value;
        }
      }
    } catch (JacksonIOException beforeTheFirstToken) {
      issues.add(ioIssue(beforeTheFirstToken.getCause(), "", options));
    } catch (ZipException | EOFException e) {
      issues.add(truncated("", " in its gzip data"));
    }
    throw issues.toException(shape.name + " document");
  }

  private static <T> @Nullable T readWhole(
      ObjectShape<T> shape, Reading in, LimitedInput input, ReadOptions options)
      throws IOException {
    try {
      if (in.json.nextToken() == null) {
        in.error(IssueCode.TRUNCATED, null, "is empty", null);
        return null;
      }
      T value = shape.read(in);
      if (in.json.nextToken() != null) {
        in.error(
            IssueCode.NOT_JSON, null, "has more after its end", "Maybe two documents were joined.");
      }
      in.finish();
      return value;
    } catch (Format.Wrong reported) {
      return null;
    } catch (JacksonIOException e) {
      in.issues.add(ioIssue(e.getCause(), in.pointer(), options));
    } catch (StreamConstraintsException e) {
      in.issues.add(
          issue(IssueCode.OVER_LIMIT, in.pointer(), "is too deep or too long" + where(e), null));
    } catch (JacksonException e) {
      in.issues.add(
          input.ended() || e instanceof UnexpectedEndOfInputException
              ? truncated(in.pointer(), where(e))
              : issue(
                  IssueCode.NOT_JSON,
                  in.pointer(),
                  "is no valid JSON" + where(e) + ": " + firstLine(e.getOriginalMessage()),
                  "Maybe a comma, quote or bracket is missing just before."));
    }
    return null;
  }

  private static Issue ioIssue(@Nullable Throwable cause, String pointer, ReadOptions options)
      throws IOException {
    if (cause instanceof LimitedInput.TooLarge) {
      return issue(
          IssueCode.OVER_LIMIT,
          pointer,
          String.format(Locale.ROOT, "is larger than %,d bytes, unzipped", options.maxBytes()),
          "Maybe the file is not what it seems; else raise the limit.");
    }
    if (cause instanceof EOFException || cause instanceof ZipException) {
      return truncated(pointer, " in its gzip data");
    }
    if (cause instanceof CharConversionException) {
      return issue(IssueCode.NOT_JSON, pointer, "is no valid UTF-8", "Maybe save it as UTF-8.");
    }
    if (cause instanceof IOException e) {
      throw e;
    }
    throw new IOException(cause);
  }

  private static Issue truncated(String pointer, String where) {
    return issue(
        IssueCode.TRUNCATED,
        pointer,
        "ends too early" + where,
        "Maybe the file was not copied or written to its end.");
  }

  private static Issue issue(
      IssueCode code, String pointer, String message, @Nullable String hint) {
    return new Issue(code, Severity.ERROR, pointer, null, message, hint);
  }

  private static String where(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "unreadable" : text.lines().findFirst().orElse("unreadable");
  }
}
