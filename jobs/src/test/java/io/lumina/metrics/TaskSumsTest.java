package io.lumina.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskSumsTest {
  private final TaskSums sums = new TaskSums();

  @Test
  void time_with_a_task_is_counted_once_however_many_ran() {
    sums.began(1_000);
    sums.began(1_500);
    sums.ended(2_000);
    sums.ended(3_000);
    // Nothing ran for four seconds.
    sums.began(7_000);
    sums.ended(7_250);
    StepLoad load = sums.load("scan", 10, 2, 0.5);
    assertThat(load.busySeconds()).isEqualTo(2.25);
    assertThat(load.tasks()).isEqualTo(3);
    assertThat(load.databaseSeconds()).isEqualTo(0.5);
  }

  @Test
  void what_tasks_took_and_counted_adds_up() {
    sums.measured(1_500, 1_200_000_000, 100, 40_000_000, 7_000);
    sums.measured(500, 300_000_000, 50, 0, 5);
    sums.counted(TaskCounter.READ_NANOS, 250_000_000);
    sums.counted(TaskCounter.READ_NANOS, 250_000_000);
    sums.counted(TaskCounter.BYTES_READ, 4_096);
    StepLoad load = sums.load("analyze", 10, 2, 0);
    assertThat(load.byName())
        .containsEntry("task_seconds", 2.0)
        .containsEntry("cpu_seconds", 1.5)
        .containsEntry("gc_seconds", 0.15)
        .containsEntry("shuffle_seconds", 0.04)
        .containsEntry("shuffle_bytes", 7_005L)
        .containsEntry("read_seconds", 0.5)
        .containsEntry("analysis_seconds", 0.0);
    assertThat(sums.of(TaskCounter.BYTES_READ)).isEqualTo(4_096);
  }

  @Test
  void the_end_of_a_task_whose_beginning_was_missed_takes_no_time() {
    sums.ended(5_000);
    assertThat(sums.load("scan", 10, 2, 0).busySeconds()).isZero();
  }

  @Test
  void accumulators_of_others_are_not_ours() {
    assertThat(TaskCounter.of("lumina.bytes_read")).contains(TaskCounter.BYTES_READ);
    assertThat(TaskCounter.of("internal.metrics.input.bytesRead")).isEmpty();
    assertThat(TaskCounter.of("lumina.bytes")).isEmpty();
  }
}
