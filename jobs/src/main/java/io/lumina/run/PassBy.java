package io.lumina.run;

import io.lumina.job.JobReport;
import io.lumina.ledger.StepsBefore;
import io.lumina.store.TableMarks;
import io.lumina.table.TableSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    JobReport report = JobReport.nothingToDo(Map.of(), read.versions());
    return step == Step.REPORT ? report.withNotes(pages(same)) : report;
  }

  private static List<String> pages(StepsBefore.Success report) {
    return report.notes().stream().filter(note -> note.startsWith(Summary.REPORT)).toList();
  }

  private static boolean hasPage(StepsBefore.Success report) {
    return pages(report).stream()
        .anyMatch(note -> Files.exists(Path.of(note.substring(Summary.REPORT.length()))));
  }
}
