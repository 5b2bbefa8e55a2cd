package io.lumina.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "catalog, catlaog, 1",
    "'', abc, 3",
    "same, same, 0",
    "abc, '', 3",
  })
  void distance_counts_edits(String a, String b, int edits) {
    assertThat(Nearest.distance(a, b)).isEqualTo(edits);
  }

  @Test
  void the_nearest_name_wins_case_ignored() {
    List<String> known = List.of("--catalog", "--home", "--photos");
    assertThat(Nearest.to("--Catlog", known)).contains("--catalog");
    assertThat(Nearest.hint("--fotos", known)).isEqualTo("; did you mean '--photos'?");
  }

  @Test
  void what_is_near_to_nothing_gets_no_hint() {
    assertThat(Nearest.to("--verbose-output", List.of("--home"))).isEmpty();
    assertThat(Nearest.hint("x", List.of())).isEmpty();
  }
}
