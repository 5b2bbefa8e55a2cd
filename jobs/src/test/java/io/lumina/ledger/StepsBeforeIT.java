package io.lumina.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.failure.ExitCode;
import io.lumina.postgres.Database;
import io.lumina.run.step.Step;
import io.lumina.table.BurstsTable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a step asks the ledger before it begins. */
class StepsBeforeIT {
  private final Database database = SharedPostgres.database();
  private final Catalog catalog =
      new Catalogs(database).create("steps before " + UUID.randomUUID(), List.of());
  private final RunLedger ledger = new RunLedger(database);
  private final StepsBefore steps = new StepsBefore(database, catalog.id(), "the run that asks");

  @AfterEach
  void close() {
    ledger.close();
    new Catalogs(database).drop(catalog);
  }

  @Test
  void a_success_counts_only_while_no_run_of_the_step_came_after_it() {
    assertThat(steps.lastIfSuccess(Step.BURSTS.type())).isEmpty();
    String good = ended("bursts", 1).runId();
    assertThat(steps.lastIfSuccess(Step.BURSTS.type()))
        .hasValueSatisfying(
            last -> {
              assertThat(last.runId()).isEqualTo(good);
              assertThat(last.fingerprint()).isEqualTo("of 1");
              assertThat(last.marks().version(BurstsTable.SPEC)).isEqualTo(1);
            });

    begun("bursts");

    assertThat(steps.lastIfSuccess(Step.BURSTS.type()))
        .as("one that died may have written")
        .isEmpty();
    assertThat(steps.left(Step.BURSTS.type()).orElseThrow().version(BurstsTable.SPEC))
        .as("nobody reads what it left")
        .isEqualTo(1);
  }

  @Test
  void a_step_that_did_its_work_but_is_no_plain_success_is_done_again_and_its_tables_are_shown() {
    ended("duplicates", 1);
    begun("duplicates").failWithResult(json(2), "left out", ExitCode.QUALITY_GATE);
    assertThat(steps.lastIfSuccess(Step.DUPLICATES.type())).isEmpty();
    assertThat(steps.left(Step.DUPLICATES.type()).orElseThrow().version(BurstsTable.SPEC))
        .isEqualTo(2);
  }

  @Test
  void an_undo_says_what_is_shown_after_it_and_one_that_wrote_nothing_says_nothing() {
    ended("duplicates", 1);
    ended("undo", 2);
    begun("undo").succeed("{\"total\": 0}");
    assertThat(steps.left(Step.DUPLICATES.type()).orElseThrow().version(BurstsTable.SPEC))
        .isEqualTo(2);
    assertThat(steps.left(Step.BURSTS.type()).orElseThrow().version(BurstsTable.SPEC)).isEqualTo(2);
  }

  @Test
  void a_step_that_was_passed_by_names_the_run_that_did_the_work() {
    begun("publish").succeed("{\"fingerprint\": \"f\", \"unchanged_since\": \"the first\"}");
    assertThat(steps.lastIfSuccess(Step.PUBLISH.type()).orElseThrow().runId())
        .isEqualTo("the first");
  }

  @Test
  void a_step_that_died_is_known_until_it_is_done_or_undone() {
    assertThat(steps.hasDied(Step.ANALYZE.type())).isFalse();
    RunHandle died = begun("analyze");
    assertThat(steps.hasDied(Step.ANALYZE.type())).isTrue();
    died.fail("the disk is full", ExitCode.TEMPORARY);
    assertThat(steps.hasDied(Step.ANALYZE.type())).isTrue();
    ended("undo", 1);
    assertThat(steps.hasDied(Step.ANALYZE.type())).isFalse();
    begun("analyze").failWithResult(json(2), "many files are broken", ExitCode.TOO_MANY_FAILURES);
    assertThat(steps.hasDied(Step.ANALYZE.type())).as("it came to its end").isFalse();
  }

  private RunHandle ended(String type, int version) {
    RunHandle run = begun(type);
    run.succeed(json(version));
    return run;
  }

  private RunHandle begun(String type) {
    return ledger.start(catalog, type + "-" + UUID.randomUUID(), type, "{}", Optional.empty());
  }

  private static String json(int version) {
    return "{\"fingerprint\": \"of %1$d\", \"marks\": {\"bursts\": \"%1$d abc\"}}"
        .formatted(version);
  }
}
