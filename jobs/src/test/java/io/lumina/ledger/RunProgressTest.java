package io.lumina.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunProgressTest {

  @Test
  void a_quarter_done_after_ten_seconds_has_thirty_to_go() {
    assertThat(RunProgress.json(250, 1000, 10))
        .isEqualTo(
            "{\"current\": 250, \"total\": 1000, \"percent\": 25.0, \"rate\": 25.0, \"eta\":"
                + " 30.0}");
  }

  @Test
  void nobody_knows_the_end_of_what_has_not_begun() {
    assertThat(RunProgress.json(0, 1000, 10)).contains("\"eta\": null").contains("\"rate\": 0.0");
  }

  @Test
  void nothing_to_do_is_all_done() {
    assertThat(RunProgress.json(0, 0, 0)).contains("\"percent\": 100.0").contains("\"eta\": 0}");
  }

  @Test
  void only_a_change_is_written() {
    RunProgress progress = new RunProgress();
    assertThat(progress.changedJson()).isEmpty();
    progress.total(0);
    assertThat(progress.changedJson()).isPresent();
    progress.total(0);
    progress.current(0);
    assertThat(progress.changedJson()).isEmpty();
    progress.current(3);
    assertThat(progress.changedJson()).isPresent();
  }
}
