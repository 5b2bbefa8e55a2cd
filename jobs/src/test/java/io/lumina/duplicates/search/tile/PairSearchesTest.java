package io.lumina.duplicates.search.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.hash.PairSearchException;
import org.junit.jupiter.api.Test;

class PairSearchesTest {
  @Test
  void the_address_that_spark_gives_is_the_number_of_a_gpu() {
    assertThat(PairSearches.number("1")).isEqualTo(1);
    assertThat(PairSearches.number(" 7\n")).isEqualTo(7);
  }

  @Test
  void an_address_that_is_no_number_leaves_the_search_to_the_bands() {
    assertThatThrownBy(() -> PairSearches.number("MIG-41e3"))
        .isInstanceOf(PairSearchException.class)
        .hasMessage(
            "Spark calls the GPU of this task 'MIG-41e3', which is no number"
                + " (scripts/gpu-discovery gives numbers)");
  }
}
