package io.lumina.duplicates.search.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.duplicates.HashDistribution;
import io.lumina.duplicates.search.LocalSearch;
import io.lumina.duplicates.search.Oracle;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandPlanTest {

  @ParameterizedTest
  @CsvSource({"4,0,3", "6,0,5", "8,0,7", "3,1,5", "4,1,7", "2,2,5", "1,64,64"})
  void a_plan_is_exact_up_to_bands_times_flips_and_one_minus_one(int bands, int flips, int exact) {
    assertThat(new BandPlan(bands, flips, 5, 0).guarantee()).isEqualTo(exact);
  }

  @Test
  void bits_are_dealt_out_and_keys_hold_all_of_a_band() {
    Bands bands = Bands.of(3, 22);
    assertThat(new int[] {bands.keyBits(0), bands.keyBits(1), bands.keyBits(2)})
        .containsExactly(22, 21, 21);
    assertThat(bands.mask(0) ^ bands.mask(1) ^ bands.mask(2)).isEqualTo(-1L);
    assertThat(bands.mask(1) & 0xffL).isEqualTo(0b10010010L);
    assertThat(bands.key(0b10010010L, 1)).isEqualTo(0b111);
    assertThat(bands.key(-1L, 0)).isEqualTo((1 << 22) - 1);
  }

  @Test
  void bands_that_cannot_be_are_refused() {
    assertThatThrownBy(() -> Bands.of(65, 22)).hasMessageContaining("65 bands");
    assertThatThrownBy(() -> new BandPlan(0, 1, 5, 0)).hasMessageContaining("0 bands");
  }

  @ParameterizedTest
  @ValueSource(longs = {100_000, 1_000_000, 10_000_000})
  void five_bits_are_searched_in_three_bands_with_one_flip(long count) {
    BandPlan plan = BandPlanner.choose(5, 15, sample(HashDistribution.UNIFORM, count));
    assertThat(plan.bands()).isEqualTo(3);
    assertThat(plan.flips()).isEqualTo(1);
    assertThat(plan.exact()).isTrue();
  }

  @Test
  void the_prediction_is_near_the_count_on_skewed_hashes() {
    long[] hashes = Oracle.hashes(HashDistribution.SKEW, 30_000, 0, 5);
    HashSample sample =
        new HashSample(hashes.length, sample(HashDistribution.SKEW, hashes.length).hashes());
    BandPlan plan = BandPlanner.choose(5, 15, sample);
    long counted = LocalSearch.of(hashes, plan, 1).candidates();
    assertThat(plan.predicted()).isBetween(counted * 0.5, counted * 2.0);
  }

  private static HashSample sample(HashDistribution distribution, long count) {
    long[] hashes = new long[HashSample.SIZE];
    Arrays.setAll(hashes, i -> distribution.hash(9, i));
    return new HashSample(count, hashes);
  }
}
