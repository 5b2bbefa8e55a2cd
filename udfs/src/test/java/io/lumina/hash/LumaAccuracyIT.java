package io.lumina.hash;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.NeedsShared;
import io.lumina.made.SharedFolder;
import io.lumina.raster.Lanczos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How far hashes of the luma of a scaled decode are from hashes of the full decode. */
@NeedsShared
class LumaAccuracyIT {
  private static final List<JpegDecode> PHOTOS = new ArrayList<>();

  @BeforeAll
  static void decode() throws IOException {
    Path photos = SharedFolder.of("samples/photos");
    for (String folder : List.of("cameras", "fullsize")) {
      try (Stream<Path> files = Files.walk(photos.resolve(folder))) {
        for (Path file : files.filter(LumaAccuracyIT::isJpeg).sorted().toList()) {
          PHOTOS.add(JpegDecode.of(file));
        }
      }
    }
  }

  @Test
  void difference_hashes_are_within_0_6_bits_on_average_and_3_at_the_99th_percentile() {
    Distances distances = new Distances();
    for (JpegDecode photo : PHOTOS) {
      distances.add(
          Hamming.distance(DifferenceHash.of(photo.full()), DifferenceHash.ofLuma(photo.luma())));
    }
    System.out.println("dhash through the luma: " + distances);
    assertThat(distances.mean()).isLessThanOrEqualTo(0.6);
    assertThat(distances.percentile(99)).isLessThanOrEqualTo(3);
  }

  @Test
  void average_and_wavelet_hashes_are_within_a_bit_on_average() {
    Distances average = new Distances();
    Distances wavelet = new Distances();
    for (JpegDecode photo : PHOTOS) {
      average.add(Hamming.distance(AverageHash.of(photo.full()), AverageHash.ofLuma(photo.luma())));
      wavelet.add(Hamming.distance(WaveletHash.of(photo.full()), WaveletHash.ofLuma(photo.luma())));
    }
    System.out.println("ahash through the luma: " + average);
    System.out.println("whash through the luma: " + wavelet);
    assertThat(average.mean()).isLessThanOrEqualTo(1);
    assertThat(wavelet.mean()).isLessThanOrEqualTo(1);
  }

  /**
   * Meta's PDQ picks every n-th pixel after a box of half that width, so fine detail folds into its
   * low frequencies; a luma has lost that detail, and no filter over the luma brings it back. Below
   * 256 pixels Meta's smooths next to nothing. So the ten bits hold on average, not for each.
   */
  @Test
  void pdq_hashes_of_good_pictures_are_within_10_bits_of_the_reference_on_average() {
    Distances distances = new Distances();
    Distances small = new Distances();
    Distances qualities = new Distances();
    for (JpegDecode photo : PHOTOS) {
      PdqHash reference = ReferencePdq.of(photo.full());
      PdqHash ours = Pdq.ofLuma(photo.luma());
      qualities.add(Math.abs(reference.quality() - ours.quality()));
      if (reference.quality() >= 80) {
        boolean large = Math.min(photo.full().width(), photo.full().height()) >= 256;
        (large ? distances : small).add(Hamming.distance(reference.bits(), ours.bits()));
      }
    }
    System.out.println("pdq, quality 80 and more, 256 pixels and more: " + distances);
    System.out.println("pdq, quality 80 and more, smaller: " + small);
    System.out.println("pdq quality, absolute difference: " + qualities);
    assertThat(distances.mean()).isLessThanOrEqualTo(10);
    assertThat(distances.percentile(100)).isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
    assertThat(small.percentile(100)).isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
    assertThat(qualities.percentile(100)).isLessThanOrEqualTo(5);
  }

  /** What the decode at a reduced scale and the step to 64 pixels cost, Meta's sampling apart. */
  @Test
  void pdq_of_a_scaled_decode_is_near_pdq_of_the_full_decode() {
    Distances distances = new Distances();
    for (JpegDecode photo : PHOTOS) {
      PdqHash full = Pdq.ofLuma(Lanczos.resize(photo.full(), 64, 64).grey());
      if (full.quality() >= 80) {
        distances.add(Hamming.distance(full.bits(), Pdq.ofLuma(photo.luma()).bits()));
      }
    }
    System.out.println("pdq of a scaled decode against a full decode: " + distances);
    assertThat(distances.percentile(100)).isLessThanOrEqualTo(10);
  }

  private static boolean isJpeg(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg");
  }
}
