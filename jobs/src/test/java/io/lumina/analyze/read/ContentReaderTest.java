package io.lumina.analyze.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Issue;
import io.lumina.made.MadePicture;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataField;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentReaderTest {
  private static final String SHA256 = "ab".repeat(32);

  private final AnalyzeConfig config =
      new AnalyzeConfig(400_000_000L, 512L << 20, Duration.ofSeconds(30), 0.5, 20L << 30);

  @Test
  void a_picture_has_its_size_and_its_luma_and_is_not_damaged() {
    try (ContentReader reader = new ContentReader(config)) {
      Content content = reader.media(MadePicture.of(1, 96, 80).as("png"), SHA256, FileFormat.PNG);
      assertThat(content.bytes().sha256()).isEqualTo(SHA256);
      assertThat(content.width()).contains(96);
      assertThat(content.height()).contains(80);
      assertThat(content.luma()).hasSize(64 * 64);
      assertThat(content.corruption()).isEmpty();
      assertThat(content.hindrance()).isEmpty();
    }
  }

  @Test
  void what_is_no_picture_is_damage_and_a_picture_beyond_a_limit_is_none() {
    byte[] text = "no picture at all".getBytes(StandardCharsets.UTF_8);
    AnalyzeConfig small = new AnalyzeConfig(100, 512L << 20, Duration.ofSeconds(30), 0.5, 1);
    try (ContentReader reader = new ContentReader(config);
        ContentReader limited = new ContentReader(small)) {
      assertThat(reader.media(text, SHA256, FileFormat.UNKNOWN).corruption().orElseThrow().reason())
          .isEqualTo(CorruptionReason.UNKNOWN_FORMAT);
      Content large = limited.media(MadePicture.of(1, 96, 80).as("png"), SHA256, FileFormat.PNG);
      assertThat(large.corruption()).isEmpty();
      assertThat(large.hindrance().orElseThrow().reason())
          .isEqualTo(CorruptionReason.TOO_MANY_PIXELS);
      assertThat(large.issues())
          .extracting(Issue::code)
          .containsExactly(CorruptionReason.TOO_MANY_PIXELS);
    }
  }

  @Test
  void what_decoding_says_of_the_size_wins_over_what_metadata_claim() {
    Content claimed =
        Content.of(SHA256, 1, FileFormat.JPEG)
            .saying(new Metadata(Map.of(MetadataField.WIDTH, 8, MetadataField.HEIGHT, 6)));
    assertThat(claimed.sized(0, 0).width()).isEqualTo(Optional.of(8));
    assertThat(claimed.sized(4, 3).width()).isEqualTo(Optional.of(4));
    assertThat(claimed.sized(4, 3).height()).isEqualTo(Optional.of(3));
  }
}
