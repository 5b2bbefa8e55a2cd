package io.lumina.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MetadataReaderTest {
  private static final Path SAMPLES = Path.of(System.getProperty("lumina.shared"), "samples");

  private final MetadataReader reader = new MetadataReader();

  @Test
  void a_truncated_jpeg_keeps_what_is_there() throws IOException {
    byte[] whole = Files.readAllBytes(SAMPLES.resolve("photos/named/IMG_1234.JPG"));
    byte[] cut = Arrays.copyOf(whole, 20);

    MetadataReading reading = reader.read(cut);

    assertThat(reading.issues()).extracting(MetadataIssue::code).contains("metadata_truncated");
  }

  @Test
  void bytes_without_meaning_are_an_issue() {
    assertThat(reader.read(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}).issues())
        .extracting(MetadataIssue::code)
        .containsExactly("metadata_unreadable");
  }
}
