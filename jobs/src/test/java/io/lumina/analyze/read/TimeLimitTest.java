package io.lumina.analyze.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.container.FileFormat;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  private static final Content DONE = Content.of("done", 1, FileFormat.JPEG);
  private static final Content OVERDUE = Content.of("overdue", 1, FileFormat.JPEG);

  private static AnalyzeConfig within(Duration limit) {
    return new AnalyzeConfig(1000, 1000, limit, 0, 1000);
  }

  @Test
  void an_analysis_that_hangs_is_left_behind_and_the_next_one_runs_on_another_thread() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicReference<Thread> stuck = new AtomicReference<>();
    AtomicReference<Thread> next = new AtomicReference<>();
    try (TimeLimit limit = new TimeLimit(within(Duration.ofMillis(20)))) {
      ContentReader before = limit.reader();
      Content first =
          limit.run(
              reader -> {
                stuck.set(Thread.currentThread());
                // Like native code, deaf to interrupts.
                while (never.getCount() > 0) {
                  Thread.onSpinWait();
                }
                return DONE;
              },
              () -> OVERDUE);
      assertThat(first).isSameAs(OVERDUE);
      assertThat(limit.reader()).isNotSameAs(before);
    }
    try (TimeLimit limit = new TimeLimit(within(Duration.ofMinutes(1)))) {
      Content second =
          limit.run(
              reader -> {
                next.set(Thread.currentThread());
                return DONE;
              },
              () -> OVERDUE);
      assertThat(second).isSameAs(DONE);
    }
    assertThat(stuck.get()).isNotNull().isNotSameAs(next.get());
    assertThat(stuck.get().isDaemon()).isTrue();
    never.countDown();
  }

  @Test
  void a_mistake_in_an_analysis_is_not_swallowed() {
    try (TimeLimit limit = new TimeLimit(within(Duration.ofMinutes(1)))) {
      assertThatThrownBy(
              () ->
                  limit.run(
                      reader -> {
                        throw new IllegalArgumentException("ours");
                      },
                      () -> OVERDUE))
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("ours");
    }
  }
}
