package io.lumina.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityScoreTest {

  @ParameterizedTest
  @CsvSource({
    "RAW,  6000, 4000, 25000000, 76.27",
    "JPEG, 6000, 4000,  4000000, 59.52",
    "JPEG, 8000, 6000, 12000000, 62.02",
    "JPEG, 4000, 3000,  3000000, 57.41",
    "JPEG, 6000, 4000, 12000000, 60.18",
    "JPEG, 6000, 4000,  2000000, 59.35"
  })
  void the_golden_values_come_out(
      FormatClass format, int width, int height, long bytes, double total) {
    assertThat(QualityScore.of(format, width, height, bytes, 0.8).total()).isEqualTo(total);
  }

  @ParameterizedTest
  @CsvSource({"1000, 17.41", "10000, 23.33", "50000, 28.66", "74000, 30", "400000, 30"})
  void resolution_grows_with_the_logarithm_of_the_megapixels(int height, double points) {
    assertThat(QualityScore.of(FormatClass.JPEG, 1000, height, 0, 0).resolution())
        .isEqualTo(points);
  }

  @Test
  void the_components_are_kept_and_add_up() {
    QualityScore score = QualityScore.of(FormatClass.RAW, 6000, 4000, 25_000_000, 0.8);
    assertThat(score).isEqualTo(new QualityScore(40, 26.18, 2.08, 8, 76.27));
    assertThat(score.format() + score.resolution() + score.size() + score.sharpness())
        .isCloseTo(score.total(), within(0.02));
  }

  @Test
  void size_gives_at_most_twenty_points() {
    assertThat(QualityScore.of(FormatClass.BMP, 1000, 1000, 99_000_000, 0).size()).isEqualTo(20);
  }

  @Test
  void without_pixels_only_the_format_counts() {
    assertThat(QualityScore.of(FormatClass.OTHER, 0, 0, 1234, 0))
        .isEqualTo(new QualityScore(15, 0, 0, 0, 15));
  }

  @Test
  void impossible_numbers_are_refused() {
    assertThatThrownBy(() -> QualityScore.of(FormatClass.JPEG, 1, 1, 1, 1.5))
        .hasMessage("A sharpness is 0 to 1, not 1.5");
    assertThatThrownBy(() -> QualityScore.of(FormatClass.JPEG, 1, 1, 1, Double.NaN))
        .hasMessage("A sharpness is 0 to 1, not NaN");
    assertThatThrownBy(() -> QualityScore.of(FormatClass.JPEG, -1, 1, 1, 0))
        .hasMessage("A file of 1 bytes cannot hold a picture of -1x1");
    assertThatThrownBy(() -> FormatClass.named("jpg"))
        .hasMessage(
            "No format class 'jpg'; there are: raw, png_tiff, bmp, jpeg, webp_avif_heic, other");
  }
}
