package io.lumina.library;

import io.lumina.catalog.Catalog;
import io.lumina.postgres.Database;
import io.lumina.store.Store;
import io.lumina.store.TableMarks;
import io.lumina.table.AssetsTable;
import io.lumina.table.DecisionRows;
import io.lumina.table.FilesTable;
import io.lumina.table.TableSpec;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The tables of one catalog, each at the version that a step was told. The images are joined once
 * and kept until a step changes what they come from.
 */
public final class CatalogTables implements AutoCloseable {
  private static final List<TableSpec> JOINED = List.of(FilesTable.SPEC, AssetsTable.SPEC);

  private final Store store;
  private final Catalog catalog;
  private final Database database;
  private final String zone;
  private Optional<TableMarks> keptMarks = Optional.empty();
  private Optional<Dataset<Row>> keptImages = Optional.empty();

  /**
   * Of a catalog.
   *
   * @param zone of wall clocks that name none; empty when unknown
   */
  public CatalogTables(Store store, Catalog catalog, Database database, String zone) {
    this.store = store;
    this.catalog = catalog;
    this.database = database;
    this.zone = zone;
  }

  public Dataset<Row> images(TableMarks marks) {
    if (!isKept(marks)) {
      close();
      keptMarks = Optional.of(marks.of(JOINED));
      keptImages = Optional.of(joined(marks).persist(StorageLevel.MEMORY_AND_DISK()));
    }
    return keptImages.get();
  }

  /** For who reads a few columns once: those that are kept, else a join of these columns alone. */
  public Dataset<Row> imagesForOnce(TableMarks marks) {
    return isKept(marks) ? keptImages.get() : joined(marks);
  }

  private boolean isKept(TableMarks marks) {
    return keptImages.isPresent() && keptMarks.equals(Optional.of(marks.of(JOINED)));
  }

  private Dataset<Row> joined(TableMarks marks) {
    return view(marks).images();
  }

  @Override
  public void close() {
    keptImages.ifPresent(Dataset::unpersist);
    keptImages = Optional.empty();
  }

  /** The rows of this catalog of a table, at its version. */
  public Dataset<Row> rows(TableSpec table, TableMarks marks) {
    return view(marks).rows(table);
  }

  private CatalogView view(TableMarks marks) {
    return new CatalogView(store, catalog, zone, marks);
  }

  /** What people decided in this catalog, as {@link DecisionRows}. */
  public Dataset<Row> decisions() {
    return store
        .spark()
        .createDataFrame(DecidedRows.of(database, catalog.id()), DecisionRows.SCHEMA);
  }
}
