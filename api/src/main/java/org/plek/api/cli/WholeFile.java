package org.plek.api.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears whole or not at all: written beside its place under another name, then
 * renamed. What stood there before stays until then, and after a failure.
 */
final class WholeFile {
  /** Writes the content of a file. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Refuses a place where no file can be written, before hours are spent on its content.
   *
   * @throws Stop as wrong use
   */
  static void requireWritable(Path file) {
    Path folder = folder(file);
    if (!Files.isDirectory(folder)) {
      throw Stop.wrongUse(
          "Cannot write " + file + ": there is no folder " + folder + ". Maybe create it first.");
    }
    if (Files.isDirectory(file)) {
      throw Stop.wrongUse(
          "Cannot write " + file + ": it is a folder. Maybe give a file name in it.");
    }
    boolean special = Files.exists(file) && !Files.isRegularFile(file);
    if (!special && !Files.isWritable(folder) || special && !Files.isWritable(file)) {
      throw Stop.wrongUse("Cannot write " + file + ". Maybe choose a folder where you may write.");
    }
  }

  /** Writes a file whole or not at all. */
  static void write(Path file, Content content) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A pipe or device cannot be replaced.
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.write(out);
      }
      return;
    }
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
    Path beside = Files.createTempFile(folder(target), "." + target.getFileName(), ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16)) {
        content.write(out);
      }
      permitAsUsual(beside, target);
      try {
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Temporary files are private; the result is readable as the file it replaces, or as usual. */
  private static void permitAsUsual(Path beside, Path target) throws IOException {
    if (!Files.getFileStore(beside).supportsFileAttributeView("posix")) {
      return;
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
      return;
    }
    Path usual = beside.resolveSibling(beside.getFileName() + ".mode");
    try {
      Files.createFile(usual);
      Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(usual));
    } finally {
      Files.deleteIfExists(usual);
    }
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw Stop.wrongUse("Cannot write " + file + ". Maybe give a file name.");
    }
    return folder;
  }
}
