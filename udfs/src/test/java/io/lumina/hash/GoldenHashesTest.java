package io.lumina.hash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumina.made.NeedsShared;
import io.lumina.made.SharedFolder;
import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors that ImageHash 4.3.2 on Pillow 12.3.0 made. */
@NeedsShared("golden/hashes.json")
class GoldenHashesTest {
  /** Bits that ImageHash sets by rounding error: row 7, column 2, equal to the median. */
  private static final Map<String, Long> WAVELET_TIES = Map.of("xor 9x8", 1L << (63 - (7 * 8 + 2)));

  private record Case(String name, Raster picture, JsonNode expected) {
    String hex(String key) {
      return expected.get(key).asText();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    Path file = SharedFolder.of("golden/hashes.json");
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : new ObjectMapper().readTree(file.toFile()).get("cases")) {
      String image = node.get("image").asText();
      int w = node.get("w").asInt();
      int h = node.get("h").asInt();
      cases.add(new Case(image + " " + w + "x" + h, GoldenPicture.of(image, w, h), node));
    }
    return cases.stream();
  }

  @Test
  void there_are_eleven_pictures() throws IOException {
    assertThat(cases()).hasSize(11);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void difference_hashes_match_bit_for_bit(Case golden) {
    assertThat(HashHex.of(DifferenceHash.of(golden.picture))).isEqualTo(golden.hex("dhash8"));
    assertThat(HashHex.of(DifferenceHash.large(golden.picture))).isEqualTo(golden.hex("dhash16"));
    assertThat(HashHex.of(DifferenceHash.vertical(golden.picture)))
        .isEqualTo(golden.hex("dhash_vertical8"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void average_hashes_match_bit_for_bit(Case golden) {
    assertThat(HashHex.of(AverageHash.of(golden.picture))).isEqualTo(golden.hex("ahash8"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void wavelet_hashes_match_bit_for_bit_except_where_a_block_ties_with_the_median(Case golden) {
    long difference = WaveletHash.of(golden.picture) ^ HashHex.toLong(golden.hex("whash8"));
    assertThat(HashHex.of(difference))
        .isEqualTo(HashHex.of(WAVELET_TIES.getOrDefault(golden.name, 0L)));
  }

  @Test
  void the_wavelet_bit_that_differs_is_a_block_that_ties_with_the_median() {
    Raster blocks = Lanczos.resize(GoldenPicture.of("xor", 9, 8), 8, 8);
    int[] sorted = IntStream.range(0, 64).map(i -> blocks.grey()[i] & 0xff).sorted().toArray();
    assertThat(sorted[31] + sorted[32]).isEqualTo(2 * blocks.at(2, 7));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_form_that_keeps_sixteen_bits_is_a_different_hash(Case golden) {
    String wrong = golden.hex("lumina_2026_01_whash");
    assertThat(wrong).endsWith("000000000000");
    String ours = HashHex.of(WaveletHash.of(golden.picture));
    if (!ours.equals("0000000000000000")) {
      assertThat(ours).isNotEqualTo(wrong);
    }
  }
}
