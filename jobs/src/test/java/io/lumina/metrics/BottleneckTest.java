package io.lumina.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps of 100 s on 4 cores, 400 s of cores, in the order of the columns of {@link StepLoad}. */
class BottleneckTest {

  static Stream<Arguments> rows() {
    return Stream.of(
        //                     busy tasks  cpu  gc read analysis shuffle database
        row("tasks compute all the time", Resource.COMPUTING, 1.0, 100, 400, 400, 0, 0, 0, 0, 0),
        row("analyses beside the tasks", Resource.COMPUTING, 0.75, 100, 400, 20, 0, 90, 280, 0, 0),
        row("pages are in memory", Resource.COMPUTING, 0.9, 100, 380, 160, 0, 180, 200, 0, 0),
        row("a slow network drive", Resource.STORAGE, 0.85, 100, 390, 10, 0, 340, 40, 0, 0),
        row("the heap is too small", Resource.MEMORY, 0.25, 100, 400, 120, 100, 20, 200, 0, 0),
        row("a little garbage", Resource.COMPUTING, 0.9, 100, 400, 360, 40, 0, 0, 0, 0),
        row("rows come from afar", Resource.SHUFFLE, 0.5, 100, 360, 100, 0, 0, 0, 200, 0),
        row("tables come from afar", Resource.OTHER_WAITS, 0.6, 100, 360, 120, 0, 0, 0, 0, 0),
        row("one task has it all", Resource.IDLE_CORES, 0.75, 100, 100, 100, 0, 0, 0, 0, 0),
        row("hundreds of small plans", Resource.DRIVER, 0.7, 30, 60, 50, 0, 0, 0, 0, 0),
        row("and a full heap meanwhile", Resource.DRIVER, 0.7, 30, 60, 20, 30, 0, 0, 0, 0),
        row("a large merge", Resource.DATABASE, 0.6, 30, 60, 50, 0, 0, 0, 0, 60));
  }

  private static Arguments row(String name, Resource resource, double share, double... numbers) {
    return Arguments.of(name, load("analyze", 100, numbers), resource, share);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("rows")
  void the_largest_share_is_named(String name, StepLoad load, Resource resource, double share) {
    Bottleneck found = Bottleneck.of(List.of(load)).orElseThrow();
    assertThat(found.resource()).as(name).isEqualTo(resource);
    assertThat(found.ofRun()).as(name).isCloseTo(share, within(1e-9));
    assertThat(Bottleneck.seconds(load).values()).allMatch(each -> each >= 0);
    assertThat(Bottleneck.seconds(load).values().stream().mapToDouble(each -> each).sum())
        .as("all of the time, once")
        .isCloseTo(400, within(1e-9));
  }

  @Test
  void the_steps_are_added_up_and_the_one_with_most_of_it_is_named() {
    Bottleneck found =
        Bottleneck.of(
                List.of(
                    load("scan", 20, 5, 20, 20, 0, 0, 0, 0, 0),
                    load("analyze", 40, 30, 120, 100, 0, 0, 0, 0, 0),
                    load("publish", 40, 15, 60, 20, 0, 0, 0, 0, 5)))
            .orElseThrow();
    // Without a task: 15, 10 and 20 seconds of a hundred; computing 35 of a hundred.
    assertThat(found.sentence())
        .isEqualTo(
            "planning and committing on the driver while no task ran: 45 % of the time of 4 cores,"
                + " of that 44 % in publish; a fixed cost, which more executors do not shorten");
  }

  @Test
  void measurements_that_overlap_never_give_more_than_there_was() {
    StepLoad odd = load("analyze", 1, 5, 90, 80, 70, 60, 50, 40, 30);
    assertThat(Bottleneck.seconds(odd).values()).allMatch(each -> each >= 0 && each <= 4);
    assertThat(Bottleneck.seconds(odd).values().stream().mapToDouble(each -> each).sum())
        .isCloseTo(4, within(1e-9));
  }

  @Test
  void a_run_of_no_time_has_none() {
    assertThat(Bottleneck.of(List.of())).isEmpty();
    assertThat(Bottleneck.of(List.of(load("scan", 0, 0, 0, 0, 0, 0, 0, 0, 0)))).isEmpty();
  }

  private static StepLoad load(String step, double seconds, double... n) {
    return new StepLoad(step, seconds, 4, n[0], 8, n[1], n[2], n[3], n[4], n[5], n[6], 0, n[7]);
  }
}
