package io.lumina.cli;

import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import io.lumina.publish.UndoneImages;
import io.lumina.store.Commit;
import io.lumina.store.Store;
import io.lumina.table.FilesTable;
import io.lumina.table.TableSpec;
import io.lumina.table.WarehouseTables;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Brings the tables of a catalog to what they were before a run, and publishes that. */
final class UndoBody implements RunBody {
  private final String runId;
  private final boolean cascade;
  private final PrintStream out;

  UndoBody(String runId, boolean cascade, PrintStream out) {
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
    long filesBefore = context.store().version(FilesTable.SPEC);
    Map<String, Long> from = new LinkedHashMap<>();
    Map<String, Long> written = new LinkedHashMap<>();
    for (Restoration restoration : plan.restorations()) {
      if (restoration.extent() != Restoration.Extent.NONE) {
        from.put(restoration.table().name(), restoration.version());
        written.put(restoration.table().name(), restore(restoration, context));
      }
    }
    StepOutcome published;
    try (StepRunner runner = new StepRunner(context, out)) {
      published = runner.run(Step.PUBLISH, List.of());
    }
    long forgotten =
        new UndoneImages(context.database())
            .forget(context.catalog().id(), firstSeenBy(gone(context, filesBefore)));
    context.run().succeed(json(plan, from, written, forgotten));
    out.println(Summary.line("published", Spoken.many(published.report().total(), "change")));
    if (forgotten > 0) {
      out.println(
          Summary.line("forgotten", Spoken.many(forgotten, "image") + " that only these runs saw"));
    }
    out.println(Summary.line("note", "The next run finds anew what has changed in the sources."));
    return ExitCode.SUCCESS;
  }

  /** Says what would be done; writes nothing. */
  ExitCode dryRun(StepContext context) {
    UndoPlan plan = plan(context);
    out.println("Catalog " + context.catalog().name() + ", dry run: nothing is written");
    tell(plan);
    context.run().succeed(Json.of(Map.of("total", 0)));
    return ExitCode.SUCCESS;
  }

  private UndoPlan plan(StepContext context) {
    Store store = context.store();
    Map<TableSpec, List<Commit>> commits = new LinkedHashMap<>();
    WarehouseTables.COMPUTED.stream()
        .filter(store::exists)
        .forEach(table -> commits.put(table, store.commits(table)));
    List<LedgerRun> ledger = new LedgerRuns(context.database()).of(context.catalog().id());
    Instant horizon = new JobConfigs(context.conf()).retention().horizon(Instant.now());
    return UndoPlan.of(runId, ledger, commits, horizon, cascade);
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

  private static long restore(Restoration restoration, StepContext context) {
    Store store = context.store();
    TableSpec table = restoration.table();
    String undo = context.run().runId();
    try {
      return restoration.extent() == Restoration.Extent.WHOLE
          ? store.restore(table, restoration.version(), undo)
          : store.replace(
              table,
              context.catalogId(),
              store.read(table, restoration.version(), context.catalogId()),
              undo);
    } catch (IllegalArgumentException filesAreGone) {
      throw new LuminaException(
          ExitCode.USAGE,
          "Version %d of table %s is not whole any more: store.retention was shorter than now; run lumina nightly instead"
              .formatted(restoration.version(), table.name()),
          filesAreGone);
    }
  }

  private static String json(
      UndoPlan plan, Map<String, Long> from, Map<String, Long> written, long forgotten) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("total", written.size());
    json.put("counts", Map.of("tables", written.size(), "forgotten_images", forgotten));
    json.put("input_versions", from);
    json.put("output_versions", written);
    json.put("undone", plan.roots());
    return Json.of(json);
  }
}
