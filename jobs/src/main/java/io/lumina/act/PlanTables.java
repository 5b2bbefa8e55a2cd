package io.lumina.act;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.ledger.StepsBefore;
import io.lumina.library.CatalogTables;
import io.lumina.library.Units;
import io.lumina.run.step.StepContext;
import io.lumina.store.TableMarks;
import io.lumina.table.FilesTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The tables that plans are made from: those that people were shown last, all of one state. */
public final class PlanTables implements AutoCloseable {
  private final StepContext context;
  private final CatalogTables tables;
  private final TableMarks marks;

  /**
   * Opens them.
   *
   * @throws LuminaException (usage) when there are none yet, or a source is no mounted folder
   */
  public PlanTables(StepContext context) {
    this.context = context;
    for (String source : context.catalog().sourceDirectories()) {
      if (!source.startsWith("/")) {
        throw new LuminaException(
            ExitCode.USAGE,
            "Plans are made for mounted folders, and the catalog '%s' has the source %s; mount it, or act on it with the tools of its store"
                .formatted(context.catalog().name(), source));
      }
    }
    this.marks =
        new StepsBefore(context.database(), context.catalog().id(), context.run().runId())
            .shownBefore(Instant.now())
            .filter(
                shown ->
                    TableMarks.SHOWN.stream()
                        .allMatch(table -> context.store().holds(table, shown.mark(table))))
            .orElseThrow(
                () ->
                    new LuminaException(
                        ExitCode.USAGE,
                        "Nothing is known of the catalog '%s' in the warehouse %s that a plan could be made from; run lumina nightly"
                            .formatted(context.catalog().name(), context.store().warehouse())));
    this.tables =
        new CatalogTables(
            context.store(),
            context.catalog(),
            context.database(),
            context.conf().text("analyze.time-zone"));
  }

  public StepContext context() {
    return context;
  }

  public Dataset<Row> images() {
    return tables.imagesForOnce(marks);
  }

  public Dataset<Row> rows(TableSpec table) {
    return tables.rows(table, marks);
  }

  /** Rows of {@link Units}. */
  public Dataset<Row> units() {
    return Units.of(rows(FilesTable.SPEC), rows(ShotsTable.SPEC));
  }

  public Dataset<Row> decisions() {
    return tables.decisions();
  }

  /** One column, {@link MembersTable#GROUP_ID}: groups that a person looked at. */
  public Dataset<Row> reviewed() {
    List<String> groups =
        context
            .database()
            .transaction(
                "plan",
                connection -> {
                  try (PreparedStatement select =
                      connection.prepareStatement(
                          "SELECT id::text FROM lumina.duplicate_groups"
                              + " WHERE catalog_id = ? AND reviewed")) {
                    select.setObject(1, context.catalog().id());
                    List<String> ids = new ArrayList<>();
                    try (ResultSet rows = select.executeQuery()) {
                      while (rows.next()) {
                        ids.add(rows.getString(1));
                      }
                    }
                    return ids;
                  }
                });
    return context
        .store()
        .spark()
        .createDataset(groups, Encoders.STRING())
        .toDF(MembersTable.GROUP_ID);
  }

  @Override
  public void close() {
    tables.close();
  }
}
