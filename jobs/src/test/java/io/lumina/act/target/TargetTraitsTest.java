package io.lumina.act.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TargetTraitsTest {
  private static final String COMPOSED = "\u00e9.jpg";
  private static final String DECOMPOSED = "e\u0301.jpg";

  @Test
  void a_target_that_tells_everything_apart_keeps_paths_as_they_are() {
    TargetTraits traits = traits(false, false);

    assertThat(traits.folded("A/" + DECOMPOSED)).isEqualTo("A/" + DECOMPOSED);
    assertThat(traits.losses()).isEmpty();
  }

  @Test
  void composed_and_decomposed_letters_are_one_where_the_target_says_so() {
    TargetTraits traits = traits(false, true);

    assertThat(traits.folded(DECOMPOSED)).isEqualTo(traits.folded(COMPOSED));
    assertThat(traits.folded("A.jpg")).isNotEqualTo(traits.folded("a.jpg"));
  }

  @Test
  void case_is_folded_in_all_scripts() {
    TargetTraits traits = traits(true, false);

    assertThat(traits.folded("2020/IMG.JPG")).isEqualTo(traits.folded("2020/img.jpg"));
    assertThat(traits.folded("STRASSE")).isEqualTo(traits.folded("stra\u00dfe"));
    assertThat(traits.folded("\u0416\u00c9")).isEqualTo(traits.folded("\u0436e\u0301"));
    assertThat(traits.folded("\u03a3")).isEqualTo(traits.folded("\u03c2"));
    assertThat(traits.folded("a\u200db\ufe0f")).isEqualTo(traits.folded("AB"));
    assertThat(traits.folded("a/b")).isNotEqualTo(traits.folded("ab"));
  }

  @Test
  void what_a_target_cannot_hold_is_said_in_sentences() {
    TargetTraits stick =
        new TargetTraits(true, false, 255, false, true, Duration.ofSeconds(2), false, false, 0);

    assertThat(stick.losses())
        .containsExactly(
            "modification times are kept in steps of 2 s only",
            "permissions are not kept",
            "extended attributes are not kept",
            "it has no hard links, so that nothing is replaced rests on looking first");
  }

  @Test
  void impossible_traits_are_refused() {
    assertThatThrownBy(
            () -> new TargetTraits(true, true, 0, true, true, Duration.ZERO, true, true, 1))
        .hasMessage("no traits: names of 0 bytes, times of PT0S, 1 bytes free");
  }

  private static TargetTraits traits(boolean foldsCase, boolean foldsUnicode) {
    return new TargetTraits(
        foldsCase, foldsUnicode, 255, true, true, Duration.ofNanos(1), true, true, 1_000);
  }
}
