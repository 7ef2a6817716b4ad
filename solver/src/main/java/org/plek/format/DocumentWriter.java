package org.plek.format;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Writes one document by its shape. Equal values give equal bytes. */
final class DocumentWriter {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private DocumentWriter() {}

  /** For people and files: one line per element of the long lists, defaults left out. */
  static <T> void write(OutputStream out, ObjectShape<T> shape, T value) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(new WithLines(), open(out))) {
      shape.write(new Writing(json), value);
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  /**
   * SHA-256 of the canonical form: no spaces, defaults left out, sets and maps in order. So a field
   * that comes with a later version leaves the hash of a document that does not use it.
   */
  static <T> String hash(ObjectShape<T> shape, T value) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
      try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
        shape.write(new Writing(json), value);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The caller closes. */
  private static OutputStream open(OutputStream out) {
    return new java.io.FilterOutputStream(out) {
      @Override
      public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  /** A context whose only word is where lines break. */
  private static final class WithLines extends ObjectWriteContext.Base {
    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public @Nullable PrettyPrinter getPrettyPrinter() {
      return new Lines();
    }
  }
}
