package org.plek.format;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A document's bytes, unzipped when they are gzip, up to a limit (against zip bombs). */
final class LimitedInput extends FilterInputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  private final long maxBytes;
  private long bytes;
  private boolean ended;

  private LimitedInput(InputStream in, long maxBytes) {
    super(in);
    this.maxBytes = maxBytes;
  }

  /** The document is larger than the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  static LimitedInput open(InputStream in, long maxBytes) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER_BYTES);
    buffered.mark(2);
    boolean zipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return new LimitedInput(
        zipped ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered, maxBytes);
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    ended |= value < 0;
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    ended |= read < 0;
    return read;
  }

  /** Whether somebody wanted more than there is. */
  boolean ended() {
    return ended;
  }

  private void count(int read) throws TooLarge {
    bytes += read;
    if (bytes > maxBytes) {
      throw new TooLarge();
    }
  }
}
