package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the look at a source would see a write. */
class SourceStateTest {
  @TempDir Path folder;

  @Test
  void reading_shows_nothing_and_a_write_that_covers_its_traces_shows() throws IOException {
    Path photo = Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("b"), "c");
    Map<String, String> before = SourceState.of(folder);
    assertThat(before).containsOnlyKeys("", "a", "a/b");
    Files.readString(photo);
    assertThat(SourceState.of(folder)).isEqualTo(before);

    FileTime time = Files.getLastModifiedTime(photo);
    Files.writeString(photo, "c");
    Files.setLastModifiedTime(photo, time);

    assertThat(SourceState.of(folder)).isNotEqualTo(before);
  }

  @Test
  void a_file_that_came_and_went_shows_in_its_folder() throws IOException {
    Map<String, String> before = SourceState.of(folder);
    Files.delete(Files.createFile(folder.resolve("passing")));
    assertThat(SourceState.of(folder)).isNotEqualTo(before);
  }
}
