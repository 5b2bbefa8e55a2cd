package io.lumina.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchTest {
  private static final long MB = 1 << 20;

  private static List<BucketLoad> loads(long filesEach, long... costs) {
    List<BucketLoad> loads = new ArrayList<>();
    for (long cost : costs) {
      loads.add(new BucketLoad(loads.size(), cost, filesEach));
    }
    return loads;
  }

  /** Cost that each task gets. */
  private static long[] perTask(List<BucketLoad> loads, Batch batch) {
    long[] costs = new long[batch.tasks()];
    for (BucketLoad load : loads) {
      List<Integer> tasks = batch.tasksOf().get(load.bucket());
      tasks.forEach(task -> costs[task] += load.cost() / tasks.size());
    }
    return costs;
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("one file", loads(1, MB), 2, 1, false),
        Arguments.of("a few files share one task", loads(1, MB, MB, MB), 2, 1, false),
        Arguments.of(
            "equal buckets",
            loads(4, LongStream.rangeClosed(1, 60).map(i -> MB).toArray()),
            2,
            6,
            false),
        Arguments.of("one bucket of many files is cut", loads(1000, 600 * MB), 2, 6, true),
        Arguments.of(
            "one large file is not cut",
            loads(1, 500 * MB, MB, MB, MB, MB, MB, MB, MB),
            2,
            2,
            false),
        Arguments.of("much to read takes more tasks", loads(10_000, 4096 * MB), 2, 32, true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void buckets_are_spread(String name, List<BucketLoad> loads, int cores, int tasks, boolean cut) {
    Batch batch = Batch.of(loads, cores);
    assertThat(batch.tasks()).isEqualTo(tasks);
    assertThat(batch.cutsBuckets()).isEqualTo(cut);
    assertThat(batch.tasksOf()).hasSameSizeAs(loads);
    assertThat(batch.tasksOf().values())
        .allSatisfy(
            chosen -> assertThat(chosen).doesNotHaveDuplicates().allMatch(task -> task < tasks));
  }

  @Test
  void no_task_gets_much_more_than_its_share_by_bytes() {
    List<BucketLoad> loads = new ArrayList<>();
    for (int bucket = 0; bucket < 200; bucket++) {
      loads.add(new BucketLoad(bucket, (1 + bucket % 40) * MB, 5));
    }
    Batch batch = Batch.of(loads, 4);
    long[] costs = perTask(loads, batch);
    long mean = LongStream.of(costs).sum() / costs.length;
    assertThat(LongStream.of(costs).max().orElseThrow()).isLessThan(mean * 12 / 10);
    assertThat(LongStream.of(costs).min().orElseThrow()).isGreaterThan(mean * 8 / 10);
  }

  @Test
  void a_batch_ends_when_it_is_full_and_every_bucket_is_in_one() {
    List<BucketLoad> loads = loads(1, 5, 5, 5, 20, 1, 1);
    List<Batch> batches = WorkPlan.batches(loads, 10, 2);
    assertThat(batches.stream().map(batch -> batch.tasksOf().keySet().stream().sorted().toList()))
        .containsExactly(List.of(0, 1), List.of(2, 3), List.of(4, 5));
  }
}
