package io.lumina.library;

import io.lumina.catalog.Catalog;
import io.lumina.config.LuminaConf;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.store.Store;
import io.lumina.store.TableMarks;
import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import io.lumina.table.VariantsTable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables of one catalog at versions that fit together, whatever a run writes meanwhile. Reads
 * only.
 */
public final class CatalogView {
  private final Store store;
  private final Catalog catalog;
  private final Images joining;
  private final TableMarks marks;
  private final Map<String, Dataset<Row>> opened = new HashMap<>();

  /**
   * Takes the versions.
   *
   * @param zone of wall clocks that name none; empty when unknown
   * @param marks of the tables that will be asked for
   */
  CatalogView(Store store, Catalog catalog, String zone, TableMarks marks) {
    this.store = store;
    this.catalog = catalog;
    this.joining = new Images(zone);
    this.marks = marks;
  }

  /**
   * What people are shown: tables as the last search for duplicates left them, whether or not a
   * later one died.
   *
   * @throws LuminaException (usage) when the warehouse does not have them
   */
  public static CatalogView shown(Store store, Catalog catalog, LuminaConf conf, TableMarks marks) {
    for (TableSpec table : TableMarks.SHOWN) {
      if (!store.holds(table, marks.mark(table))) {
        throw new LuminaException(
            ExitCode.USAGE,
            "The warehouse %s has no version %d of table %s, which the last run left; run lumina nightly, or name another --warehouse"
                .formatted(store.warehouse(), marks.version(table), table.name()));
      }
    }
    return new CatalogView(store, catalog, conf.text("analyze.time-zone"), marks);
  }

  /** Version by table. */
  public Map<String, Long> versions() {
    return marks.versions();
  }

  /** Files joined with their contents, their sidecars and their dates. */
  public Dataset<Row> images() {
    Dataset<Row> files = files();
    return opened.computeIfAbsent(
        ImagesView.SPEC.name(),
        any -> joining.of(files, store.read(AssetsTable.SPEC, marks.version(AssetsTable.SPEC))));
  }

  public Dataset<Row> files() {
    return rows(FilesTable.SPEC);
  }

  public Dataset<Row> shots() {
    return rows(ShotsTable.SPEC);
  }

  public Dataset<Row> bursts() {
    return rows(BurstsTable.SPEC);
  }

  public Dataset<Row> groups() {
    return rows(GroupsTable.SPEC);
  }

  public Dataset<Row> members() {
    return rows(MembersTable.SPEC);
  }

  public Dataset<Row> variants() {
    return rows(VariantsTable.SPEC);
  }

  /** The rows of this catalog of any table. */
  public Dataset<Row> rows(TableSpec table) {
    return opened.computeIfAbsent(
        table.name(), name -> store.read(table, marks.version(table), catalog.id().toString()));
  }
}
