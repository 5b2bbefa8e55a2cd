package io.lumina.organize.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../../etc/passwd|_.._etc_passwd",
        "C:\\Windows|C__Windows",
        "what?*<>|what____",
        ".hidden|hidden",
        "...|''",
        "' Rome . . '|Rome",
        "~root|_~root",
        "CON|CON_",
        "nul|nul_",
        "Com1.tar|Com1_.tar",
        "lpt9 |lpt9_",
        "COM¹|COM¹_",
        "CONSOLE|CONSOLE",
        "lost+found|_lost+found",
        "@eaDir|_@eaDir",
        "$RECYCLE.BIN|_$RECYCLE.BIN",
      })
  void a_name_is_one_that_every_target_holds_and_every_scan_finds(String text, String clean) {
    assertThat(CleanName.name(text, CleanName.LONGEST)).isEqualTo(clean);
    assertThat(CleanName.name(clean, CleanName.LONGEST)).as("of what is clean").isEqualTo(clean);
  }

  @Test
  void control_characters_and_direction_marks_do_not_get_through() {
    assertThat(CleanName.value("a\n\u0000b\u202egpj.exe\u200f\u2028\ufeff"))
        .isEqualTo("a__bgpj.exe_");
    assertThat(CleanName.value("half \ud83d a pair")).isEqualTo("half _ a pair");
  }

  @Test
  void families_of_emoji_stay_together() {
    String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";

    assertThat(CleanName.value(family)).isEqualTo(family);
    assertThat(CleanName.cut("a" + family, 12)).isEqualTo("a");
    assertThat(CleanName.cut("a" + family, 19)).isEqualTo("a" + family);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_cut_name_holds_whole_letters_with_their_marks(int longest) {
    String cut = CleanName.cut("e\u0301\ud83d\ude00e\u0301\u0323x", longest);

    String expected = longest < 3 ? "" : longest < 7 ? "e\u0301" : "e\u0301\ud83d\ude00";
    assertThat(cut).isEqualTo(expected);
  }

  @Test
  void what_a_cut_bares_at_the_end_is_trimmed_too() {
    assertThat(CleanName.name("Rome. 2020", 6)).isEqualTo("Rome");
    assertThat(CleanName.name("CON " + "\u0301".repeat(200), 100)).isEqualTo("CON_");
  }
}
