package io.lumina.upkeep;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.ledger.LedgerRun;
import io.lumina.store.Commit;
import io.lumina.table.TableSpec;
import io.lumina.text.Spoken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an undo has to do. The commits of the tables say which run wrote them, so a run that was
 * killed is undone like any other.
 *
 * @param roots runs that are undone with their steps, the oldest first
 * @param since when the first of them began
 * @param restorations tables that come back, in the order of the steps
 */
record UndoPlan(List<String> roots, Instant since, List<Restoration> restorations) {
  private static final int MOST_NAMED = 3;

  UndoPlan {
    roots = List.copyOf(roots);
    restorations = List.copyOf(restorations);
  }

  /**
   * Plans to bring the tables of a catalog to what they were before a run.
   *
   * @param runId a run of the ledger
   * @param ledger all runs and steps of the catalog, the oldest first
   * @param commits of each table, the oldest first
   * @param horizon what was replaced before it is not kept
   * @param cascade whether later runs are undone too
   * @throws LuminaException (safety guard) when later runs wrote tables and are not to be undone;
   *     (usage) when the versions are not kept any more
   */
  static UndoPlan of(
      String runId,
      List<LedgerRun> ledger,
      Map<TableSpec, List<Commit>> commits,
      Instant horizon,
      boolean cascade) {
    LedgerRun target =
        ledger.stream().filter(run -> run.runId().equals(runId)).findFirst().orElseThrow();
    Set<String> writers =
        commits.values().stream()
            .flatMap(List::stream)
            .flatMap(commit -> commit.runId().stream())
            .collect(Collectors.toSet());
    List<LedgerRun> undone =
        new ArrayList<>(ledger.stream().filter(run -> isPart(run, target)).toList());
    List<LedgerRun> later =
        ledger.stream()
            .filter(run -> run.createdAt().isAfter(target.createdAt()) && !isPart(run, target))
            .filter(run -> writers.contains(run.runId()))
            .toList();
    if (!later.isEmpty() && !cascade) {
      throw stopped(target, roots(later));
    }
    undone.addAll(later);
    Set<String> runs = undone.stream().map(LedgerRun::runId).collect(Collectors.toSet());
    checkKept(undone, commits, runId, horizon);
    Set<String> ours = ledger.stream().map(LedgerRun::runId).collect(Collectors.toSet());
    List<Restoration> restorations = new ArrayList<>();
    commits.forEach(
        (table, all) ->
            first(all, runs)
                .ifPresent(
                    first -> restorations.add(restoration(table, all, first, commits, ours))));
    return new UndoPlan(roots(undone), target.createdAt(), restorations);
  }

  private static boolean isPart(LedgerRun run, LedgerRun target) {
    return run.runId().equals(target.runId())
        || run.parentRunId().equals(Optional.of(target.runId()));
  }

  private static List<String> roots(List<LedgerRun> runs) {
    return runs.stream().map(LedgerRun::root).distinct().toList();
  }

  private static Optional<Commit> first(List<Commit> commits, Set<String> runs) {
    return commits.stream()
        .filter(commit -> commit.runId().filter(runs::contains).isPresent())
        .findFirst();
  }

  private static Restoration restoration(
      TableSpec table,
      List<Commit> commits,
      Commit first,
      Map<TableSpec, List<Commit>> all,
      Set<String> ours) {
    boolean ofCatalogs = !table.partitionedBy().isEmpty();
    // A file of another catalog may name a content that it found here, without a commit here.
    Stream<Commit> later =
        ofCatalogs
            ? commits.stream().filter(commit -> commit.version() > first.version())
            : all.values().stream()
                .flatMap(List::stream)
                .filter(commit -> !commit.time().isBefore(first.time()));
    boolean shared =
        later.flatMap(commit -> commit.runId().stream()).anyMatch(writer -> !ours.contains(writer));
    Restoration.Extent extent =
        !shared
            ? Restoration.Extent.WHOLE
            : ofCatalogs ? Restoration.Extent.CATALOG : Restoration.Extent.NONE;
    return new Restoration(table, first.version() - 1, extent);
  }

  private static void checkKept(
      List<LedgerRun> undone, Map<TableSpec, List<Commit>> commits, String runId, Instant horizon) {
    Set<String> runs = undone.stream().map(LedgerRun::runId).collect(Collectors.toSet());
    commits.forEach(
        (table, all) -> {
          long oldest = all.isEmpty() ? Long.MAX_VALUE : all.get(0).version();
          boolean isForgotten =
              undone.stream()
                  .map(run -> run.written().getOrDefault(table.name(), Long.MAX_VALUE))
                  .anyMatch(version -> version < oldest);
          boolean isOld =
              first(all, runs).filter(commit -> commit.time().isBefore(horizon)).isPresent();
          if (isOld || isForgotten) {
            throw new LuminaException(
                ExitCode.USAGE,
                ("Run %s cannot be undone: the version of %s before it is not kept any more;"
                        + " store.retention reaches back to %s")
                    .formatted(runId, table.name(), Spoken.time(horizon)));
          }
        });
  }

  private static LuminaException stopped(LedgerRun target, List<String> later) {
    String message =
        later.equals(List.of(target.root()))
            ? "Step %s cannot be undone alone: later steps of its night wrote tables; undo the night %s, or these steps too with --cascade"
                .formatted(target.runId(), target.root())
            : "Run %s cannot be undone alone: %s wrote tables after it (%s); undo the newest first, or all of them with --cascade"
                .formatted(target.runId(), Spoken.many(later.size(), "run"), named(later));
    return new LuminaException(ExitCode.SAFETY_GUARD, message);
  }

  private static String named(List<String> runs) {
    return String.join(", ", runs.subList(0, Math.min(MOST_NAMED, runs.size())))
        + (runs.size() > MOST_NAMED ? ", …" : "");
  }
}
