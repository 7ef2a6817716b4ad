package org.plek.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/** Writes files whole or not at all. */
public final class Documents {
  private static final int BUFFER_BYTES = 1 << 16;

  private Documents() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything; need not flush or close. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file so that it is there whole or not at all, also when the machine stops: into a
   * hidden file of the same folder, forced to disk, then renamed over the target. A symbolic link
   * keeps pointing where it did. What is no regular file (a pipe, {@code /dev/stdout}) is written
   * directly.
   *
   * @throws IOException when the folder is absent or writing fails; the target is then unchanged
   */
  public static void writeAtomically(Path target, Content content) throws IOException {
    Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          target.toString(), null, "is a folder. Maybe name a file inside it.");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.writeTo(out);
      }
      return;
    }
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new FileSystemException(
          target.toString(), null, "its folder does not exist. Maybe make the folder first.");
    }
    Path part = newPart(folder, file.getFileName().toString());
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        OutputStream out =
            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      rename(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
    forceFolder(folder);
  }

  /** As {@link #writeAtomically}, zipped when the name ends in {@code .gz}. */
  static void writeDocument(Path target, Content content) throws IOException {
    Content maybeZipped =
        target.toString().endsWith(".gz")
            ? out -> {
              GZIPOutputStream zipped = new GZIPOutputStream(out, BUFFER_BYTES);
              content.writeTo(zipped);
              zipped.finish();
            }
            : content;
    writeAtomically(target, maybeZipped);
  }

  private static Path newPart(Path folder, String name) throws IOException {
    for (int attempt = 0; ; attempt++) {
      Path part = folder.resolve("." + name + "." + ProcessHandle.current().pid() + "-" + attempt);
      try {
        return Files.createFile(part);
      } catch (FileAlreadyExistsException taken) {
        if (attempt == 1000) {
          throw taken;
        }
      }
    }
  }

  private static void rename(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notEverySystemCan) {
      return; // Some systems cannot force a folder; the file itself is safe already.
    }
  }
}
