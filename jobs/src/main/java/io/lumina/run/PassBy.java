package io.lumina.run;

import io.lumina.job.JobReport;
import io.lumina.job.StepResult;
import io.lumina.ledger.StepsBefore;
import io.lumina.report.Reported;
import io.lumina.run.step.Step;
import io.lumina.store.TableMarks;
import io.lumina.table.TableSpec;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the run that gave the answer of a step already: it was the last of the step, depended on
 * the same, and what the step would write is what that one left.
 *
 * @param ledger what it knows of the steps before
 * @param now the newest versions of tables
 */
record PassBy(StepsBefore ledger, Function<List<TableSpec>, TableMarks> now) {

  Optional<StepsBefore.Success> of(Step step, String fingerprint) {
    return ledger
        .lastIfSuccess(step.type())
        .filter(last -> last.fingerprint().equals(fingerprint))
        .filter(last -> last.marks().agree(now.apply(step.writes()), step.writes()))
        .filter(last -> step != Step.REPORT || hasPage(last));
  }

  /** What is said of a step that was passed by. */
  static JobReport report(Step step, StepsBefore.Success same, TableMarks read) {
    return JobReport.nothingToDo(
        step == Step.REPORT
            ? Reported.earlier(same.notes()).orElseThrow()
            : new StepResult.Nothing(),
        read.versions());
  }

  private static boolean hasPage(StepsBefore.Success report) {
    return Reported.earlier(report.notes()).filter(it -> Files.exists(it.page())).isPresent();
  }
}
