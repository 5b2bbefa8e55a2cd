package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.duplicates.rule.Profile;
import io.lumina.duplicates.search.plan.BandPlanner;
import io.lumina.duplicates.search.plan.HashSample;
import io.lumina.duplicates.search.plan.Recall;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import org.junit.jupiter.api.Test;

class DuplicatesConfigTest {

  @Test
  void a_threshold_beyond_the_guarantee_is_refused_unless_best_effort() {
    assertThatThrownBy(() -> config(16, Recall.GUARANTEED))
        .isInstanceOf(LuminaException.class)
        .hasMessage(
            "duplicates.threshold is 16, but every pair is found only up to 15;"
                + " lower it, or allow missed pairs with --recall best-effort")
        .extracting(e -> ((LuminaException) e).exit())
        .isEqualTo(ExitCode.USAGE);
    assertThat(config(16, Recall.BEST_EFFORT).threshold()).isEqualTo(16);
    assertThat(config(15, Recall.GUARANTEED).threshold()).isEqualTo(15);
  }

  @Test
  void a_threshold_outside_the_hash_is_refused() {
    assertThatThrownBy(() -> config(-1, Recall.GUARANTEED)).hasMessageContaining("is -1");
    assertThatThrownBy(() -> config(33, Recall.BEST_EFFORT)).hasMessageContaining("0 to 32");
  }

  @Test
  void a_best_effort_plan_says_what_it_may_miss() {
    HashSample sample = new HashSample(1000, new long[0]);
    assertThat(BandPlanner.choose(20, 15, sample).sentence("dhash"))
        .contains("find every pair up to 15 bits, but only some of those up to 20");
    assertThat(BandPlanner.choose(5, 15, sample).sentence("dhash"))
        .contains("find every pair up to 5");
  }

  private static DuplicatesConfig config(int threshold, Recall recall) {
    return new DuplicatesConfig(threshold, Profile.DHASH, BurstMode.EXCLUDE_PAIRS, recall, 0);
  }
}
