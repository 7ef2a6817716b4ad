package org.plek.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
  @TempDir Path folder;

  @Test
  void aFileIsReplacedWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.json"), "old, and longer");

    Documents.writeAtomically(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));

    assertThat(file).hasContent("new");
    assertOnlyFileIs(file);
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.json"), "old");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                Documents.writeAtomically(
                    file,
                    out -> {
                      out.write(new byte[1_000_000]);
                      throw new IOException("disk full");
                    }))
        .withMessage("disk full");

    assertThat(file).hasContent("old");
    assertOnlyFileIs(file);
  }

  @Test
  void aLinkKeepsPointingWhereItDid() throws IOException {
    Path file = Files.writeString(folder.resolve("plan-1.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("plan.json"), file);

    Documents.writeAtomically(link, out -> out.write('n'));

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("n");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(
            () -> Documents.writeAtomically(folder.resolve("no/plan.json"), out -> out.write('n')))
        .withMessageContaining("Maybe make the folder first");
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> Documents.writeAtomically(folder, out -> out.write('n')))
        .withMessageContaining("is a folder");
  }

  private void assertOnlyFileIs(Path file) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
