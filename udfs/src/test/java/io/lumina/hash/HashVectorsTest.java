package io.lumina.hash;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The hashes of pictures that formulas draw, written down once: what is stored in a thousand
 * libraries must not change by a bit. {@link GoldenHashesTest} holds the same code against
 * ImageHash where its vectors are at hand.
 */
class HashVectorsTest {

  @ParameterizedTest
  @CsvFileSource(resources = "vectors.csv", numLinesToSkip = 1)
  void hashes_are_what_they_always_were(
      String picture,
      int width,
      int height,
      String dhash,
      String ahash,
      String whash,
      String pdq,
      int pdqQuality) {
    Raster raster = GoldenPicture.of(picture, width, height);
    PdqHash found = Pdq.ofLuma(Lanczos.resize(raster, 64, 64).grey());

    assertThat(HashHex.of(DifferenceHash.of(raster))).isEqualTo(dhash);
    assertThat(HashHex.of(AverageHash.of(raster))).isEqualTo(ahash);
    assertThat(HashHex.of(WaveletHash.of(raster))).isEqualTo(whash);
    assertThat(found.hex()).isEqualTo(pdq);
    assertThat(found.quality()).isEqualTo(pdqQuality);
  }
}
