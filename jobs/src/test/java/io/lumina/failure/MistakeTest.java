package io.lumina.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class MistakeTest {

  @Test
  void a_stopped_spark_is_temporary_and_the_message_keeps_the_first_cause() {
    Throwable thrown =
        new IllegalStateException(
            "Cannot call methods on a stopped SparkContext",
            new SparkException("Master removed our application: KILLED\nand more"));

    assertThat(Mistake.in(thrown))
        .hasValueSatisfying(
            mistake -> {
              assertThat(mistake.exit()).isEqualTo(ExitCode.TEMPORARY);
              assertThat(mistake)
                  .hasMessage(
                      "Spark was stopped under the run: its application was killed, or its master"
                          + " is away (Master removed our application: KILLED); nothing half"
                          + " written is shown, run it again");
            });
  }

  @Test
  void an_error_that_stopped_spark_is_no_reason_to_try_again() {
    Throwable thrown =
        new SparkException(
            "Job 7 cancelled because SparkContext was shut down",
            new OutOfMemoryError("Java heap space"));

    assertThat(Mistake.in(thrown)).isEmpty();
    assertThat(Mistake.sparkStopped(thrown)).isEmpty();
  }

  @Test
  void a_cause_without_words_is_named_by_its_class() {
    assertThat(Mistake.sparkStopped(new NullPointerException()))
        .hasValueSatisfying(
            mistake -> assertThat(mistake).hasMessageContaining("away (NullPointerException);"));
  }

  @Test
  void what_the_user_can_mend_counts_more_than_the_spark_that_stopped() {
    LuminaException locked = new LuminaException(ExitCode.LOCKED, "in use");
    assertThat(Mistake.in(new SparkException("SparkContext was shut down", locked)))
        .containsSame(locked);
  }
}
