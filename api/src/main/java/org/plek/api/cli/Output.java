package org.plek.api.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.plek.format.Documents;

/** Where a command writes: a file that appears whole or not at all, or standard output. */
final class Output {
  /** Name of standard input and output on the command line. */
  static final String STANDARD = "-";

  private Output() {}

  /**
   * Refuses a place where no file can be written, before time is spent on its content.
   *
   * @throws Stop as wrong use
   */
  static void requireWritable(String place) {
    if (place.equals(STANDARD)) {
      return;
    }
    Path file = Path.of(place);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw Stop.wrongUse("Cannot write " + file + ": it is a folder. Maybe name a file in it.");
    }
    if (!Files.isDirectory(folder)) {
      throw Stop.wrongUse(
          "Cannot write " + file + ": there is no folder " + folder + ". Maybe make it first.");
    }
    boolean special = Files.exists(file) && !Files.isRegularFile(file);
    if (!Files.isWritable(special ? file : folder)) {
      throw Stop.wrongUse("Cannot write " + file + ". Maybe choose a folder where you may write.");
    }
  }

  /** Writes to a file whole or not at all (zipped when it ends in .gz), or to standard output. */
  static void write(String place, Console console, Documents.Content content) throws IOException {
    if (place.equals(STANDARD)) {
      PrintStream out = console.out();
      content.writeTo(new Unclosed(out));
      out.flush();
      if (out.checkError()) {
        throw new IOException("standard output was closed before everything was written");
      }
      return;
    }
    Documents.writeAtomically(Path.of(place), place.endsWith(".gz") ? zipped(content) : content);
  }

  private static Documents.Content zipped(Documents.Content content) {
    return out -> {
      GZIPOutputStream zip = new GZIPOutputStream(out, 1 << 16);
      content.writeTo(zip);
      zip.finish();
    };
  }

  /** Standard output outlives the writer that closes its stream. */
  private static final class Unclosed extends OutputStream {
    private final OutputStream out;

    Unclosed(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }
  }
}
