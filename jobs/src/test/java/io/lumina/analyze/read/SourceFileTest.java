package io.lumina.analyze.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.job.HadoopSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
  private static final HadoopSettings HADOOP = new HadoopSettings(new Configuration());

  @TempDir private Path folder;

  @Test
  void plain_paths_and_uris_give_the_same_bytes() throws IOException {
    Path file = Files.writeString(folder.resolve("a b%20#.jpg"), "bytes");
    for (String path :
        new String[] {
          file.toString(), new org.apache.hadoop.fs.Path("file", null, file.toString()).toString()
        }) {
      try (SourceFile source = SourceFile.open(path, HADOOP)) {
        assertThat(source.stream().readAllBytes()).asString().isEqualTo("bytes");
        assertThat(source.stamp().size()).isEqualTo(5);
        assertThat(source.stamp().modified()).isPresent();
        assertThat(source.isAsOpened()).isTrue();
      }
    }
  }

  @Test
  void a_file_that_is_written_to_or_replaced_is_not_as_opened() throws IOException {
    Path written = Files.writeString(folder.resolve("written.jpg"), "before");
    Path replaced = Files.writeString(folder.resolve("replaced.jpg"), "before");
    FileTime time = Files.getLastModifiedTime(replaced);
    Path other = Files.writeString(folder.resolve("other.jpg"), "after!");
    Files.setLastModifiedTime(other, time);
    try (SourceFile first = SourceFile.open(written.toString(), HADOOP);
        SourceFile second = SourceFile.open(replaced.toString(), HADOOP)) {
      Files.writeString(written, "longer than before");
      Files.move(other, replaced, StandardCopyOption.ATOMIC_MOVE);
      assertThat(first.isAsOpened()).isFalse();
      assertThat(second.isAsOpened()).isFalse();
      assertThat(second.stream().readAllBytes()).asString().isEqualTo("before");
    }
  }

  @Test
  void what_is_no_file_is_an_io_exception() {
    assertThatThrownBy(() -> SourceFile.open(folder.toString(), HADOOP))
        .isInstanceOf(IOException.class)
        .hasMessage("No plain file");
    assertThatThrownBy(() -> SourceFile.open("/a\0b", HADOOP))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("This is no path");
    assertThatThrownBy(() -> SourceFile.open(folder + "/gone", HADOOP))
        .isInstanceOf(NoSuchFileException.class);
  }
}
