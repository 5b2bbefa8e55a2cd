package io.lumina.cli;

import io.lumina.library.Images;
import io.lumina.postgres.Decision;
import io.lumina.postgres.Decisions;
import io.lumina.table.AssetsTable;
import io.lumina.table.DecisionRows;
import io.lumina.table.FilesTable;
import io.lumina.table.TableSpec;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.storage.StorageLevel;

/**
 * The tables of one catalog, each at the version that a step was told. The images are joined once
 * and kept until a step changes what they come from.
 */
final class CatalogTables implements AutoCloseable {
  private static final List<TableSpec> JOINED = List.of(FilesTable.SPEC, AssetsTable.SPEC);

  private final StepContext context;
  private Optional<TableMarks> keptMarks = Optional.empty();
  private Optional<Dataset<Row>> keptImages = Optional.empty();

  CatalogTables(StepContext context) {
    this.context = context;
  }

  Dataset<Row> images(TableMarks marks) {
    if (!isKept(marks)) {
      close();
      keptMarks = Optional.of(marks.of(JOINED));
      keptImages = Optional.of(joined(marks).persist(StorageLevel.MEMORY_AND_DISK()));
    }
    return keptImages.get();
  }

  /** For who reads a few columns once: those that are kept, else a join of these columns alone. */
  Dataset<Row> imagesForOnce(TableMarks marks) {
    return isKept(marks) ? keptImages.get() : joined(marks);
  }

  private boolean isKept(TableMarks marks) {
    return keptImages.isPresent() && keptMarks.equals(Optional.of(marks.of(JOINED)));
  }

  private Dataset<Row> joined(TableMarks marks) {
    return new Images(context.conf().text("analyze.time-zone"))
        .of(
            rows(FilesTable.SPEC, marks),
            context.store().read(AssetsTable.SPEC, marks.version(AssetsTable.SPEC)));
  }

  @Override
  public void close() {
    keptImages.ifPresent(Dataset::unpersist);
    keptImages = Optional.empty();
  }

  /** The rows of this catalog of a table, at its version. */
  Dataset<Row> rows(TableSpec table, TableMarks marks) {
    return context.store().read(table, marks.version(table), context.catalogId());
  }

  /** What people decided in this catalog, as {@link DecisionRows}. */
  Dataset<Row> decisions() {
    List<Row> rows =
        new Decisions(context.database())
            .of(context.catalog().id()).stream().map(CatalogTables::row).toList();
    return context.store().spark().createDataFrame(rows, DecisionRows.SCHEMA);
  }

  /** The same as text, for a fingerprint. */
  String decided() {
    return new Decisions(context.database())
        .of(context.catalog().id()).stream()
            .map(decision -> decision.kind() + " " + decision.checksums())
            .toList()
            .toString();
  }

  private static Row row(Decision decision) {
    return RowFactory.create(decision.kind(), decision.checksums().toArray(String[]::new));
  }
}
