package org.plek.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.plek.format.BadInputTest.VALID;
import static org.plek.format.BadInputTest.refused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Documents that are broken as files, and documents that want to exhaust the machine. */
class BrokenFileTest {
  private static InvalidDocument refusedBytes(byte[] bytes, ReadOptions options) {
    return catchThrowableOfType(
        InvalidDocument.class, () -> ProblemJson.read(new ByteArrayInputStream(bytes), options));
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void aDocumentCutOffAnywhereIsTruncatedAndNothingElse() {
    for (int length = 1; length < VALID.lastIndexOf('}'); length += 7) {
      InvalidDocument refused = refused(VALID.substring(0, length));
      assertThat(refused.issues())
          .as("cut after %d", length)
          .singleElement()
          .satisfies(issue -> assertThat(issue.code()).isEqualTo(IssueCode.TRUNCATED));
    }
  }

  @Test
  void anEmptyFileIsTruncated() {
    assertThat(refused("").issues()).extracting(Issue::code).containsExactly(IssueCode.TRUNCATED);
  }

  @Test
  void theErrorsBeforeTheCutAreReportedToo() {
    String text = VALID.replace("\"days\": 14", "\"days\": 0");

    assertThat(refused(text.substring(0, 900)).issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.OUT_OF_RANGE, IssueCode.TRUNCATED);
  }

  @Test
  void aZippedFileCutOffIsTruncated() throws IOException {
    byte[] whole = zipped(VALID.getBytes(StandardCharsets.UTF_8));

    for (int length : new int[] {3, 12, whole.length / 2, whole.length - 3}) {
      assertThat(refusedBytes(Arrays.copyOf(whole, length), ReadOptions.DEFAULT).issues())
          .as("cut after %d", length)
          .extracting(Issue::code)
          .containsExactly(IssueCode.TRUNCATED);
    }
  }

  @Test
  void whatIsNoJsonSaysWhere() {
    String text = VALID.replace("\"days\": 14,", "\"days\": 14;");

    assertThat(refused(text).issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo(IssueCode.NOT_JSON);
              assertThat(issue.message()).contains("line 4");
            });
    assertThat(refused("PK\u0003\u0004 a spreadsheet").issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.NOT_JSON);
    assertThat(refused(VALID + VALID).issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.NOT_JSON);
  }

  @Test
  void aDocumentOfAnotherKindIsRefused() {
    assertThat(refused("{\"type\": \"FeatureCollection\", \"features\": []}").issues())
        .extracting(Issue::code)
        .contains(IssueCode.UNKNOWN_FIELD, IssueCode.MISSING_FIELD);
    assertThat(refused("[1, 2]").issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.WRONG_TYPE);
  }

  @Test
  void aZipBombIsStoppedAtTheLimit() throws IOException {
    byte[] blank = new byte[50_000_000];
    Arrays.fill(blank, (byte) ' ');
    byte[] bomb = zipped(blank);
    assertThat(bomb).hasSizeLessThan(100_000);

    assertThat(refusedBytes(bomb, ReadOptions.DEFAULT.withMaxBytes(1_000_000)).issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo(IssueCode.OVER_LIMIT);
              assertThat(issue.message()).contains("1,000,000 bytes, unzipped");
            });
  }

  @Test
  void depthAndLengthAreLimited() {
    String deep = "{\"format\": " + "[".repeat(100_000);
    String longText = "{\"format\": \"plek-problem/1\", \"id\": \"" + "x".repeat(2_000_000) + "\"}";

    assertThat(refused(deep).issues()).extracting(Issue::code).contains(IssueCode.OVER_LIMIT);
    assertThat(refused(longText).issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.OVER_LIMIT);
  }

  @Test
  void tenThousandErrorsAreAllCountedAndTheFirstFiftyShown() {
    String text =
        "{\"format\": \"plek-problem/1\", \"history\": ["
            + "{\"childId\": 7},".repeat(2499)
            + "{\"childId\": 7}]}";

    InvalidDocument refused =
        catchThrowableOfType(
            InvalidDocument.class, () -> BadInputTest.read(text, ReadOptions.DEFAULT));

    // Four per stay (a wrong type, three missing fields), and six missing fields of the problem.
    assertThat(refused.errorCount()).isEqualTo(4 * 2500 + 6);
    assertThat(refused.issues()).hasSize(50);
    assertThat(refused.getMessage())
        .startsWith("The problem document is not valid: 10,006 errors")
        .endsWith("and 9,956 errors more");
    assertThat(refused).message().hasLineCount(52);
  }

  @Test
  void millionsOfErrorsNeedNoMemory() {
    // Three million faults, never held in memory as text.
    InputStream text =
        new SequenceInputStream(
            new ByteArrayInputStream("{\"history\": [0".getBytes(StandardCharsets.UTF_8)),
            new Repeated(",0", 2_999_999, "]}"));

    InvalidDocument refused =
        catchThrowableOfType(InvalidDocument.class, () -> ProblemJson.read(text));

    assertThat(refused.errorCount()).isEqualTo(3_000_000 + 7);
    assertThat(refused.issues()).hasSize(50);
  }

  /** The same text many times, then an end. */
  static final class Repeated extends InputStream {
    private final byte[] part;
    private final byte[] end;
    private final long partBytes;
    private long position;

    Repeated(String part, long times, String end) {
      this.part = part.getBytes(StandardCharsets.UTF_8);
      this.end = end.getBytes(StandardCharsets.UTF_8);
      this.partBytes = times * this.part.length;
    }

    @Override
    public int read() {
      long at = position++;
      if (at < partBytes) {
        return part[(int) (at % part.length)];
      }
      return at - partBytes < end.length ? end[(int) (at - partBytes)] : -1;
    }
  }
}
