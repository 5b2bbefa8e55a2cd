package io.lumina.analyze.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListedTimesTest {
  private static final String LISTED = "2026-01-31T02:00:00.125Z";

  @Test
  void a_file_of_another_time_is_not_the_one_that_was_listed() {
    assertThat(agree(LISTED, "2026-01-31T02:00:00.126Z")).isFalse();
    assertThat(agree(LISTED, "2026-01-31T01:00:00.125Z")).isFalse();
    assertThat(agree(LISTED, "2026-01-31T02:00:00.125999Z")).isTrue();
  }

  @Test
  void where_one_of_the_two_knows_whole_seconds_only_seconds_are_compared() {
    assertThat(agree(LISTED, "2026-01-31T02:00:00Z")).isTrue();
    assertThat(agree("2026-01-31T02:00:00Z", "2026-01-31T02:00:00.999Z")).isTrue();
    assertThat(agree("2026-01-31T02:00:00Z", "2026-01-31T02:00:01Z")).isFalse();
  }

  @Test
  void a_time_that_nobody_knows_or_that_a_listing_gave_is_no_reason() {
    Optional<Instant> known = Optional.of(Instant.parse(LISTED));
    assertThat(ListedTimes.OF_FILES.agree(known, Optional.empty())).isTrue();
    assertThat(ListedTimes.OF_FILES.agree(Optional.empty(), known)).isTrue();
    assertThat(ListedTimes.OF_A_LISTING.agree(known, Optional.of(Instant.EPOCH))).isTrue();
  }

  private static boolean agree(String listed, String now) {
    return ListedTimes.OF_FILES.agree(
        Optional.of(Instant.parse(listed)), Optional.of(Instant.parse(now)));
  }
}
