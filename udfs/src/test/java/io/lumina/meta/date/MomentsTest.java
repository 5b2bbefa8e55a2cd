package io.lumina.meta.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MomentsTest {

  @Test
  void wall_clocks_are_those_of_1800_to_9999() {
    assertThat(Moments.isPossible(LocalDateTime.of(1799, 12, 31, 23, 59, 59))).isFalse();
    assertThat(Moments.isPossible(LocalDateTime.of(1800, 1, 1, 0, 0))).isTrue();
    assertThat(Moments.isPossible(LocalDateTime.of(9999, 12, 31, 23, 59, 59))).isTrue();
    assertThat(Moments.isPossible(LocalDateTime.MAX)).isFalse();
    assertThat(Moments.isPossible(LocalDateTime.MIN)).isFalse();
  }

  @Test
  void the_wall_clock_of_a_possible_moment_is_possible_in_every_zone() {
    Instant first = Instant.parse("1800-01-02T00:00:00Z");
    Instant last = Instant.parse("9999-12-30T23:59:59Z");

    assertThat(Moments.isPossible(first)).isTrue();
    assertThat(Moments.isPossible(first.minusNanos(1))).isFalse();
    assertThat(Moments.isPossible(last)).isTrue();
    assertThat(Moments.isPossible(Instant.MAX)).isFalse();
    assertThat(Moments.isPossible(LocalDateTime.ofInstant(first, ZoneOffset.MIN))).isTrue();
    assertThat(Moments.isPossible(LocalDateTime.ofInstant(last, ZoneOffset.MAX))).isTrue();
  }

  @Test
  void a_candidate_of_another_year_is_refused() {
    assertThatThrownBy(
            () ->
                DateCandidate.instant(
                    DateField.GPS, "60000", Instant.parse("+60000-01-01T00:00:00Z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No date of the years 1800 to 9999: 60000");
  }

  @Test
  void the_last_clock_of_a_zone_far_west_has_no_instant() {
    DateCandidate last =
        DateCandidate.local(
            DateField.EXIF_ORIGINAL,
            "9999",
            LocalDateTime.of(9999, 12, 31, 23, 0),
            Optional.of(ZoneOffset.ofHours(-10)));

    assertThat(last.utc()).isEmpty();
  }
}
