package io.lumina.upkeep;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Mistake;
import io.lumina.ledger.LedgerRun;
import io.lumina.ledger.LedgerRuns;
import io.lumina.ledger.PlanRuns;
import io.lumina.ledger.StepsBefore;
import io.lumina.publish.UndoneImages;
import io.lumina.run.RunBody;
import io.lumina.run.StepRunner;
import io.lumina.run.Summary;
import io.lumina.run.Upkeep;
import io.lumina.run.step.StepContext;
import io.lumina.run.step.StepOutcome;
import io.lumina.session.Interruption;
import io.lumina.store.Commit;
import io.lumina.store.Store;
import io.lumina.store.TableMarks;
import io.lumina.table.FilesTable;
import io.lumina.table.TableSpec;
import io.lumina.table.WarehouseTables;
import io.lumina.text.Json;
import io.lumina.text.Spoken;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables of a catalog to what they were before a run, and publishes that. */
public final class UndoBody implements RunBody {
  private static final Logger LOG = LoggerFactory.getLogger(UndoBody.class);

  private final String runId;
  private final boolean cascade;
  private final PrintStream out;

  public UndoBody(String runId, boolean cascade, PrintStream out) {
    this.runId = runId;
    this.cascade = cascade;
    this.out = out;
  }

  @Override
  public ExitCode run(StepContext context) {
    UndoPlan plan = plan(context);
    out.println("Catalog " + context.catalog().name() + ", run " + context.run().runId());
    tell(plan);
    if (plan.restorations().isEmpty()) {
      context.run().succeed(Json.of(Map.of("total", 0)));
      return ExitCode.SUCCESS;
    }
    Map<String, Long> written = new LinkedHashMap<>();
    try {
      restore(plan, context, written);
      return ExitCode.SUCCESS;
    } catch (Exception failed) {
      // Spark throws exceptions that it does not declare.
      if (Interruption.isUnderWay()) {
        throw failed;
      }
      LOG.error("the undo of {} stopped", runId, failed);
      throw stopped(context, written.keySet(), failed);
    }
  }

  /** Says what would be done; writes nothing. */
  public ExitCode dryRun(StepContext context) {
    UndoPlan plan = plan(context);
    out.println("Catalog " + context.catalog().name() + ", dry run: nothing is written");
    tell(plan);
    context.run().succeed(Json.of(Map.of("total", 0)));
    return ExitCode.SUCCESS;
  }

  /**
   * Brings the tables back one after the other, and publishes them.
   *
   * @param written is told the new version of each table that is back
   */
  private void restore(UndoPlan plan, StepContext context, Map<String, Long> written) {
    long filesBefore = context.store().version(FilesTable.SPEC);
    Map<String, Long> from = new LinkedHashMap<>();
    for (Restoration table : tables(plan)) {
      from.put(table.table().name(), table.version());
      written.put(table.table().name(), new TableReturn(context, table).run());
    }
    TableMarks marks = shown(context, plan, from);
    StepOutcome published;
    try (StepRunner runner = new StepRunner(context, out)) {
      published = runner.publish(marks);
    }
    long forgotten =
        new UndoneImages(context.database())
            .forget(context.catalog().id(), firstSeenBy(gone(context, filesBefore)));
    context.run().succeed(json(plan, from, written, marks, forgotten));
    out.println(Summary.line("published", Spoken.many(published.report().total(), "change")));
    if (forgotten > 0) {
      out.println(
          Summary.line("forgotten", Spoken.many(forgotten, "image") + " that only these runs saw"));
    }
    out.println(Summary.line("note", "The next run finds anew what has changed in the sources."));
  }

  /**
   * What people are shown after it: the tables as they are now if these are what was shown before
   * the runs; if a run had died there, what was shown then and not what it left half written.
   */
  private static TableMarks shown(StepContext context, UndoPlan plan, Map<String, Long> from) {
    Store store = context.store();
    TableMarks now = TableMarks.now(store, TableMarks.SHOWN);
    return new StepsBefore(context.database(), context.catalog().id(), context.run().runId())
        .shownBefore(plan.since())
        .filter(then -> !isBack(then, now, from))
        .filter(then -> TableMarks.SHOWN.stream().allMatch(t -> store.holds(t, then.mark(t))))
        .orElse(now);
  }

  private static boolean isBack(TableMarks then, TableMarks now, Map<String, Long> from) {
    return TableMarks.SHOWN.stream()
        .allMatch(
            table ->
                Long.valueOf(then.version(table)).equals(from.get(table.name()))
                    || now.mark(table).isSurely(then.mark(table)));
  }

  private UndoPlan plan(StepContext context) {
    Store store = context.store();
    Map<TableSpec, List<Commit>> commits = new LinkedHashMap<>();
    WarehouseTables.COMPUTED.stream()
        .filter(store::exists)
        .forEach(table -> commits.put(table, store.commits(table)));
    List<LedgerRun> ledger = new LedgerRuns(context.database()).of(context.catalog().id());
    Instant horizon = Upkeep.ofNight(context).horizon();
    UndoPlan plan = UndoPlan.of(runId, ledger, commits, horizon, cascade);
    new PlanRuns(context.database()).checkNone(plan.roots());
    // Before the first table is written: the others would stay as they are.
    tables(plan).forEach(table -> new TableReturn(context, table).check(runId));
    return plan;
  }

  /** Those that change. */
  private static List<Restoration> tables(UndoPlan plan) {
    return plan.restorations().stream()
        .filter(table -> table.extent() != Restoration.Extent.NONE)
        .toList();
  }

  private LuminaException stopped(StepContext context, Set<String> back, Exception failed) {
    Optional<LuminaException> mistake = Mistake.in(failed);
    String rest =
        back.isEmpty()
            ? "no table was restored, and it can be tried again"
            : "restored are %s, the other tables are not. Finish it with lumina undo --run %s --cascade, or take it back with lumina undo --run %s"
                .formatted(String.join(", ", back), runId, context.run().runId());
    return new LuminaException(
        mistake.map(LuminaException::exit).orElse(ExitCode.UNEXPECTED),
        "The undo of run %s stopped (%s): %s"
            .formatted(
                runId,
                mistake.map(Throwable::getMessage).orElse(String.valueOf(failed.getMessage())),
                rest),
        failed);
  }

  private void tell(UndoPlan plan) {
    if (plan.restorations().isEmpty()) {
      out.println(Summary.line("undone", "nothing: run " + runId + " wrote no table"));
      return;
    }
    plan.roots().forEach(root -> out.println(Summary.line("undone", root)));
    plan.restorations().forEach(each -> out.println(Summary.line("table", words(each))));
  }

  /** Files that the catalog named before the undo and does not name any more. */
  private static Dataset<Row> gone(StepContext context, long before) {
    Store store = context.store();
    Dataset<Row> now =
        store.read(FilesTable.SPEC, store.version(FilesTable.SPEC), context.catalogId());
    return store
        .read(FilesTable.SPEC, before, context.catalogId())
        .join(now.select(FilesTable.FILE_ID), new String[] {FilesTable.FILE_ID}, "left_anti");
  }

  /** The runs that found files; not always those that are undone: an undo may have brought them. */
  private static List<String> firstSeenBy(Dataset<Row> files) {
    return files.select(FilesTable.FIRST_SEEN_RUN).distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static String words(Restoration restoration) {
    return restoration.table().name()
        + switch (restoration.extent()) {
          case WHOLE -> ": as in version " + restoration.version();
          case CATALOG -> ": the rows of this catalog as in version " + restoration.version();
          case NONE -> ": stays as it is, other catalogs may use its contents since";
        };
  }

  private static String json(
      UndoPlan plan,
      Map<String, Long> from,
      Map<String, Long> written,
      TableMarks marks,
      long forgotten) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("total", written.size());
    json.put("counts", Map.of("tables", written.size(), "forgotten_images", forgotten));
    json.put("input_versions", from);
    json.put("output_versions", written);
    json.put("marks", marks.json());
    json.put("undone", plan.roots());
    return Json.of(json);
  }
}
