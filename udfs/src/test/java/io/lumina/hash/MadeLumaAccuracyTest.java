package io.lumina.hash;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.MadePicture;
import io.lumina.raster.Lanczos;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How far hashes of a scaled decode are from those of the full decode, on drawn pictures. */
class MadeLumaAccuracyTest {
  private static final List<JpegDecode> PICTURES = new ArrayList<>();

  @BeforeAll
  static void decode() {
    for (int seed = 0; seed < 40; seed++) {
      // From one that is decoded whole to one that is decoded at an eighth.
      int width = 180 + 31 * seed;
      int height = 130 + 23 * seed;
      PICTURES.add(JpegDecode.of(MadePicture.of(seed, width, height).jpeg(85)));
    }
  }

  @Test
  void difference_hashes_are_within_0_6_bits_on_average_and_3_at_most() {
    Distances distances = new Distances();
    for (JpegDecode picture : PICTURES) {
      distances.add(
          Hamming.distance(
              DifferenceHash.of(picture.full()), DifferenceHash.ofLuma(picture.luma())));
    }
    assertThat(distances.mean()).as(distances.toString()).isLessThanOrEqualTo(0.6);
    assertThat(distances.percentile(100)).isLessThanOrEqualTo(3);
  }

  @Test
  void average_and_wavelet_hashes_are_within_a_bit_on_average() {
    Distances average = new Distances();
    Distances wavelet = new Distances();
    for (JpegDecode picture : PICTURES) {
      average.add(
          Hamming.distance(AverageHash.of(picture.full()), AverageHash.ofLuma(picture.luma())));
      wavelet.add(
          Hamming.distance(WaveletHash.of(picture.full()), WaveletHash.ofLuma(picture.luma())));
    }
    assertThat(average.mean()).as(average.toString()).isLessThanOrEqualTo(1);
    assertThat(wavelet.mean()).as(wavelet.toString()).isLessThanOrEqualTo(1);
  }

  @Test
  void pdq_hashes_are_within_the_threshold_of_the_reference_and_10_bits_on_average() {
    Distances distances = new Distances();
    Distances qualities = new Distances();
    for (JpegDecode picture : PICTURES) {
      PdqHash reference = ReferencePdq.of(picture.full());
      PdqHash ours = Pdq.ofLuma(picture.luma());
      qualities.add(Math.abs(reference.quality() - ours.quality()));
      distances.add(Hamming.distance(reference.bits(), ours.bits()));
    }
    assertThat(distances.mean()).as(distances.toString()).isLessThanOrEqualTo(10);
    assertThat(distances.percentile(100)).isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
    assertThat(qualities.percentile(100)).isLessThanOrEqualTo(5);
  }

  @Test
  void pdq_of_a_scaled_decode_is_near_pdq_of_the_full_decode() {
    Distances distances = new Distances();
    for (JpegDecode picture : PICTURES) {
      PdqHash full = Pdq.ofLuma(Lanczos.resize(picture.full(), 64, 64).grey());
      distances.add(Hamming.distance(full.bits(), Pdq.ofLuma(picture.luma()).bits()));
    }
    assertThat(distances.percentile(100)).as(distances.toString()).isLessThanOrEqualTo(10);
  }
}
