package io.lumina.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuantityTest {

  @Test
  void bytes_are_shown_in_the_unit_that_a_person_would_choose() {
    Map.of(
            0L,
            "0 B",
            999L,
            "999 B",
            1_000L,
            "1.0 kB",
            9_960L,
            "10 kB",
            999_499L,
            "999 kB",
            999_600L,
            "1.0 MB",
            12_345_678L,
            "12 MB",
            412_345_678_901L,
            "412 GB",
            Long.MAX_VALUE,
            "9.2 EB")
        .forEach((bytes, text) -> assertThat(plain(Quantity.bytes(bytes))).isEqualTo(text));
  }

  @Test
  void durations_lose_precision_as_they_grow() {
    Map.of(0.04, "0.0 s", 9.94, "9.9 s", 9.96, "10 s", 59.4, "59 s", 59.6, "1 min 0 s")
        .forEach((seconds, text) -> assertThat(plain(Quantity.duration(seconds))).isEqualTo(text));
    assertThat(plain(Quantity.duration(7_861))).isEqualTo("2 h 11 min");
  }

  @Test
  void counts_have_thousands_separators_and_a_noun_in_the_right_number() {
    assertThat(plain(Quantity.of(1, "file", "files"))).isEqualTo("1 file");
    assertThat(plain(Quantity.of(1_234_567, "file", "files"))).isEqualTo("1,234,567 files");
  }

  @Test
  void instants_say_that_they_are_utc() {
    assertThat(Quantity.time(Instant.parse("2026-01-14T02:07:31.9Z")))
        .isEqualTo("2026-01-14 02:07:31 UTC");
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
