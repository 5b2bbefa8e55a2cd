package io.lumina.cli;

import io.lumina.config.LuminaConf;
import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import io.lumina.library.Images;
import io.lumina.postgres.Catalog;
import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables of one catalog at the versions that they have now: what a command reads first and last
 * fits together, whatever a run writes meanwhile. Reads only.
 */
final class CatalogSnapshot {
  private static final List<TableSpec> TABLES =
      List.of(
          FilesTable.SPEC,
          AssetsTable.SPEC,
          ShotsTable.SPEC,
          BurstsTable.SPEC,
          GroupsTable.SPEC,
          MembersTable.SPEC);

  private final Store store;
  private final Catalog catalog;
  private final LuminaConf conf;
  private final Map<String, Long> versions = new LinkedHashMap<>();
  private final Map<String, Dataset<Row>> opened = new HashMap<>();

  /**
   * Notes the versions.
   *
   * @throws LuminaException (usage) when the warehouse does not have the tables
   */
  CatalogSnapshot(Store store, Catalog catalog, LuminaConf conf) {
    this.store = store;
    this.catalog = catalog;
    this.conf = conf;
    for (TableSpec table : TABLES) {
      if (!store.exists(table)) {
        throw new LuminaException(
            ExitCode.USAGE,
            "The warehouse %s has no table %s; run lumina nightly, or name another --warehouse"
                .formatted(store.warehouse(), table.name()));
      }
      versions.put(table.name(), store.version(table));
    }
  }

  /** Version by table. */
  Map<String, Long> versions() {
    return Map.copyOf(versions);
  }

  Dataset<Row> images() {
    return opened.computeIfAbsent(
        ImagesView.SPEC.name(),
        any ->
            new Images(conf.text("analyze.time-zone"))
                .of(
                    store.read(
                        FilesTable.SPEC,
                        versions.get(FilesTable.SPEC.name()),
                        catalog.id().toString()),
                    store.read(AssetsTable.SPEC, versions.get(AssetsTable.SPEC.name()))));
  }

  Dataset<Row> files() {
    return rows(FilesTable.SPEC);
  }

  Dataset<Row> shots() {
    return rows(ShotsTable.SPEC);
  }

  Dataset<Row> bursts() {
    return rows(BurstsTable.SPEC);
  }

  Dataset<Row> groups() {
    return rows(GroupsTable.SPEC);
  }

  Dataset<Row> members() {
    return rows(MembersTable.SPEC);
  }

  private Dataset<Row> rows(TableSpec table) {
    return opened.computeIfAbsent(
        table.name(), name -> store.read(table, versions.get(name), catalog.id().toString()));
  }
}
