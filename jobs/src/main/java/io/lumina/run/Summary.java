package io.lumina.run;

import io.lumina.failure.ExitCode;
import io.lumina.library.CatalogTotals;
import io.lumina.report.Reported;
import io.lumina.run.step.Step;
import io.lumina.run.step.StepOutcome;
import io.lumina.scan.Scanned;
import io.lumina.scan.compare.Change;
import io.lumina.scan.compare.ChangeCounts;
import io.lumina.scan.list.ListingTally;
import io.lumina.text.Spoken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run prints at its end.
 *
 * @param catalog by name
 * @param runId of the run
 * @param outcomes of its steps
 * @param exit as the program ends
 */
public record Summary(String catalog, String runId, List<StepOutcome> outcomes, ExitCode exit) {
  private static final int MOST_REASONS = 5;

  /** What is there comes first. */
  private static final List<Change> CHANGES =
      List.of(
          Change.NEW,
          Change.CHANGED,
          Change.MOVED,
          Change.MISSING,
          Change.BACK,
          Change.UNCHANGED,
          Change.UNKNOWN);

  /** For one command: what it counted. */
  List<String> ofStep() {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    for (StepOutcome outcome : outcomes) {
      String counts = counts(outcome.report().counts());
      lines.add(
          line(
              outcome.step().type(),
              outcome
                      .unchangedSince()
                      .map(run -> "unchanged since run " + run + ", passed by")
                      .or(() -> idle(outcome).filter(idle -> outcome.report().total() == 0))
                      .orElse(counts)
                  + " ("
                  + Spoken.duration(outcome.time())
                  + ")"));
    }
    return ended(lines);
  }

  /**
   * For a whole night.
   *
   * @param versions how long versions of the tables are kept
   * @param decisions what there is to say of the backup of decisions
   */
  List<String> ofNight(CatalogTotals totals, String versions, Optional<String> decisions) {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    lines.add(line("files", files(totals)));
    lines.add(line("this run", changes()));
    notLookedAt().ifPresent(text -> lines.add(line("passed by", text)));
    lines.add(line("broken", counted(totals.broken(), totals.reasons())));
    if (totals.unseen() > 0) {
      lines.add(
          line("our limits", counted(totals.unseen(), totals.hindrances()) + " not looked at"));
    }
    lines.add(line("duplicates", duplicates(totals)));
    if (totals.variants() > 0) {
      lines.add(
          line(
              "variants", Spoken.many(totals.variants(), "pair") + " of changed pictures, listed"));
    }
    lines.add(line("bursts", bursts(totals)));
    lines.add(line("time", time()));
    StepOutcome.bottleneck(outcomes).ifPresent(sentence -> lines.add(line("bottleneck", sentence)));
    lines.add(line("versions", versions));
    decisions.ifPresent(clause -> lines.add(line("decisions", clause)));
    return ended(lines);
  }

  private String title() {
    return "Catalog " + catalog + ", run " + runId;
  }

  private List<String> ended(List<String> lines) {
    for (StepOutcome outcome : outcomes) {
      outcome
          .result(Reported.class)
          .ifPresent(report -> lines.add(line("report", report.page().toString())));
      outcome.report().notes().forEach(note -> lines.add(line("note", note)));
    }
    if (exit != ExitCode.SUCCESS) {
      lines.add("Exit " + exit.code() + ": " + meaning());
    }
    return lines;
  }

  private static String files(CatalogTotals totals) {
    return Spoken.count(totals.files())
        + " ("
        + Spoken.many(totals.images(), "picture")
        + ", "
        + Spoken.many(totals.videos(), "video")
        + ", "
        + Spoken.many(totals.audio(), "recording")
        + "), "
        + Spoken.bytes(totals.bytes())
        + (totals.missing() == 0 ? "" : "; " + Spoken.count(totals.missing()) + " missing");
  }

  /** Sidecars are files of the listing and of these numbers, but no images of their own. */
  private String changes() {
    Optional<ChangeCounts> changes = scanned().map(Scanned::changes);
    return CHANGES.stream()
        .map(
            change ->
                Spoken.count(changes.map(counts -> counts.of(change)).orElse(0L))
                    + " "
                    + change.label())
        .filter(text -> !text.equals("0 unknown"))
        .collect(Collectors.joining(", "));
  }

  private Optional<String> notLookedAt() {
    return scanned().map(Scanned::tally).map(Summary::passedBy).filter(text -> !text.isEmpty());
  }

  private static String passedBy(ListingTally tally) {
    List<String> parts = new ArrayList<>();
    if (tally.others() > 0) {
      parts.add(Spoken.count(tally.others()) + " of other kinds");
    }
    tally
        .skipped()
        .forEach(
            (reason, skipped) ->
                parts.add(Spoken.count(skipped.count()) + " " + Spoken.words(reason)));
    return String.join(", ", parts);
  }

  private static String counted(long files, List<CatalogTotals.Reason> why) {
    if (files == 0) {
      return "none";
    }
    String reasons =
        why.stream()
            .limit(MOST_REASONS)
            .map(reason -> Spoken.count(reason.files()) + " " + Spoken.words(reason.code()))
            .collect(Collectors.joining(", "));
    return Spoken.count(files) + " (" + reasons + (why.size() <= MOST_REASONS ? "" : ", …") + ")";
  }

  private static String duplicates(CatalogTotals totals) {
    return totals.groups() == 0
        ? "none"
        : Spoken.many(totals.groups(), "group")
            + ", "
            + Spoken.many(totals.spare(), "file")
            + " beside the best ones, "
            + Spoken.bytes(totals.reclaimableBytes())
            + " reclaimable";
  }

  private static String bursts(CatalogTotals totals) {
    return Spoken.many(totals.bursts(), "burst")
        + " with "
        + Spoken.many(totals.burstFrames(), "picture")
        + ", "
        + Spoken.many(totals.shots(), "shot")
        + " of several files";
  }

  private String time() {
    Duration all = outcomes.stream().map(StepOutcome::time).reduce(Duration.ZERO, Duration::plus);
    return Spoken.duration(all)
        + " ("
        + outcomes.stream()
            .map(
                outcome ->
                    outcome.step().type()
                        + " "
                        + Spoken.duration(outcome.time())
                        + outcome
                            .unchangedSince()
                            .filter(run -> outcome.step().mayPass())
                            .map(run -> "passed by")
                            .or(() -> idle(outcome))
                            .map(words -> ", " + words)
                            .orElse(""))
            .collect(Collectors.joining("; "))
        + ")";
  }

  /** How a step did nothing: it found nothing to do, or its answer was what was there. */
  private static Optional<String> idle(StepOutcome outcome) {
    boolean isSame =
        outcome.report().total() == 0
            || outcome.step() == Step.DUPLICATES && outcome.report().outputVersions().isEmpty();
    return !isSame || outcome.step() == Step.REPORT
        ? Optional.empty()
        : Optional.of(outcome.step().mayPass() ? "no changes" : "nothing to do");
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(count -> count.getValue() != 0)
        .map(count -> Spoken.words(count.getKey()) + " " + Spoken.count(count.getValue()))
        .collect(Collectors.joining(", "));
  }

  private Optional<Scanned> scanned() {
    return StepOutcome.result(outcomes, Scanned.class);
  }

  private String meaning() {
    return switch (exit) {
      case SUCCESS -> "done";
      case USAGE -> "usage or configuration";
      case UNEXPECTED -> "unexpected failure";
      case SOURCE_MISSING -> "a source is missing or unreadable";
      case SAFETY_GUARD -> "a safety guard stopped the run";
      case TEMPORARY -> "temporary, run it again";
      case TOO_MANY_FAILURES ->
          "all is done, but more files are broken than analyze.max-failed-fraction allows; the"
              + " report lists them";
      case QUALITY_GATE -> "done, but something was left out; the notes say what";
      case LOCKED -> "another run holds the catalog";
    };
  }

  /** One line below the title. */
  public static String line(String name, String text) {
    return String.format("  %-11s %s", name, text);
  }
}
