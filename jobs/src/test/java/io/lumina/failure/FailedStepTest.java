package io.lumina.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class FailedStepTest {

  @Test
  void a_bug_names_the_file_that_brought_it_out_also_when_it_comes_from_an_executor() {
    Throwable failed =
        new SparkException(
            "Job aborted",
            new FileFailure("/photos/a\nb.json", new ArithmeticException("long overflow")));
    assertThat(FailedStep.of(failed)).contains("file /photos/a\nb.json");
    assertThat(failed.getCause()).hasMessage("Reading /photos/a\\u000ab.json failed");
  }

  @Test
  void nothing_is_said_of_what_nobody_knows() {
    assertThat(FailedStep.of(new IllegalStateException("a bug"))).isEmpty();
  }
}
