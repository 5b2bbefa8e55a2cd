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
 * The tables of one catalog at the versions that the last search for duplicates left: they fit
 * together, whatever a run writes meanwhile, and whether or not a later one died. Reads only.
 */
public final class CatalogSnapshot {
  private final Store store;
  private final Catalog catalog;
  private final LuminaConf conf;
  private final TableMarks marks;
  private final Map<String, Dataset<Row>> opened = new HashMap<>();

  /**
   * Takes the versions.
   *
   * @param marks that the last search for duplicates left
   * @throws LuminaException (usage) when the warehouse does not have them
   */
  public CatalogSnapshot(Store store, Catalog catalog, LuminaConf conf, TableMarks marks) {
    this.store = store;
    this.catalog = catalog;
    this.conf = conf;
    this.marks = marks;
    for (TableSpec table : TableMarks.SHOWN) {
      if (!store.holds(table, marks.mark(table))) {
        throw new LuminaException(
            ExitCode.USAGE,
            "The warehouse %s has no version %d of table %s, which the last run left; run lumina nightly, or name another --warehouse"
                .formatted(store.warehouse(), marks.version(table), table.name()));
      }
    }
  }

  /** Version by table. */
  public Map<String, Long> versions() {
    return marks.versions();
  }

  public Dataset<Row> images() {
    return opened.computeIfAbsent(
        ImagesView.SPEC.name(),
        any ->
            new Images(conf.text("analyze.time-zone"))
                .of(
                    store.read(
                        FilesTable.SPEC, marks.version(FilesTable.SPEC), catalog.id().toString()),
                    store.read(AssetsTable.SPEC, marks.version(AssetsTable.SPEC))));
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

  private Dataset<Row> rows(TableSpec table) {
    return opened.computeIfAbsent(
        table.name(), name -> store.read(table, marks.version(table), catalog.id().toString()));
  }
}
