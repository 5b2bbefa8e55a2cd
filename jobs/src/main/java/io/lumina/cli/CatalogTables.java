package io.lumina.cli;

import io.lumina.library.Images;
import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.DecisionRows;
import io.lumina.table.FilesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * The tables of one catalog. The images are joined once and kept until a step changes what they
 * come from.
 */
final class CatalogTables implements AutoCloseable {
  private final StepContext context;
  private Map<String, Long> keptVersions = Map.of();
  private Optional<Dataset<Row>> keptImages = Optional.empty();

  CatalogTables(StepContext context) {
    this.context = context;
  }

  Dataset<Row> images() {
    Map<String, Long> versions = versions(FilesTable.SPEC, AssetsTable.SPEC);
    if (!isKept(versions)) {
      close();
      keptVersions = versions;
      keptImages = Optional.of(joined().persist(StorageLevel.MEMORY_AND_DISK()));
    }
    return keptImages.get();
  }

  /** For who reads a few columns once: those that are kept, else a join of these columns alone. */
  Dataset<Row> imagesForOnce() {
    return isKept(versions(FilesTable.SPEC, AssetsTable.SPEC)) ? keptImages.get() : joined();
  }

  private boolean isKept(Map<String, Long> versions) {
    return keptImages.isPresent() && versions.equals(keptVersions);
  }

  private Dataset<Row> joined() {
    return new Images(context.conf().text("analyze.time-zone"))
        .of(rows(FilesTable.SPEC), context.store().read(AssetsTable.SPEC));
  }

  @Override
  public void close() {
    keptImages.ifPresent(Dataset::unpersist);
    keptImages = Optional.empty();
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

  /** What people decided in this catalog, as {@link DecisionRows}. */
  Dataset<Row> decisions() {
    return context
        .store()
        .spark()
        .createDataFrame(
            DecidedRows.of(context.database(), context.catalog().id()), DecisionRows.SCHEMA);
  }

  /** Versions of tables by name. */
  Map<String, Long> versions(TableSpec... tables) {
    Map<String, Long> versions = new LinkedHashMap<>();
    for (TableSpec table : tables) {
      versions.put(table.name(), context.store().version(table));
    }
    return versions;
  }

  private Dataset<Row> rows(TableSpec table) {
    return context
        .store()
        .read(table)
        .filter(functions.col(FilesTable.CATALOG_ID).equalTo(context.catalogId()));
  }
}
