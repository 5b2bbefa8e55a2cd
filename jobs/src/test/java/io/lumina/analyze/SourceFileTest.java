package io.lumina.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.job.HadoopSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
      try (InputStream in = SourceFile.open(path, HADOOP)) {
        assertThat(in.readAllBytes()).asString().isEqualTo("bytes");
      }
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
