package io.lumina.duplicates.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MomentTest {
  private static final long SECOND = 1_600_000_000;
  private static final long PLAIN = Moment.ofSecond(SECOND);

  @Test
  void two_shots_in_one_second_are_two_moments_if_both_say_the_fraction() {
    long first = Moment.withThousandths(PLAIN, 0);
    long second = Moment.withThousandths(PLAIN, 400);
    assertThat(Moment.differ(first, second)).isTrue();
    assertThat(Moment.secondsApart(first, second)).isEqualTo(0.4);
    assertThat(Moment.differ(first, PLAIN)).as("a copy that lost the fraction").isFalse();
    assertThat(Moment.differ(second, PLAIN)).isFalse();
    assertThat(Moment.differ(second, Moment.UNKNOWN)).isFalse();
    assertThat(Moment.secondsApart(second, Moment.UNKNOWN)).isZero();
  }

  @Test
  void one_instant_on_two_clocks_is_one_moment_if_both_say_their_zone() {
    long berlin = Moment.withQuarters(PLAIN, 8);
    long london = Moment.withQuarters(Moment.ofSecond(SECOND - 3600), 4);
    assertThat(Moment.differ(berlin, london)).isFalse();
    assertThat(Moment.differ(PLAIN, london)).isTrue();
    assertThat(Moment.differ(berlin, Moment.withQuarters(Moment.ofSecond(SECOND - 3600), 8)))
        .as("an hour later in one place")
        .isTrue();
    assertThat(Moment.differ(berlin, Moment.withQuarters(PLAIN, 4)))
        .as("a zone alone is only a tag")
        .isFalse();
  }

  @Test
  void seconds_before_1970_count_as_well() {
    long war = Moment.ofSecond(-900_000_000);
    assertThat(Moment.isKnown(war)).isTrue();
    assertThat(Moment.secondsApart(war, Moment.ofSecond(-900_000_007))).isEqualTo(7);
  }
}
