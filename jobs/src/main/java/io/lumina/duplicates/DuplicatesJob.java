package io.lumina.duplicates;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.lumina.duplicates.group.Relation;
import io.lumina.duplicates.search.Compared;
import io.lumina.duplicates.search.SearchSummary;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.table.ComparedTable;
import io.lumina.table.EdgesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.TableSpec;
import io.lumina.table.VariantsTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Groups files that show the same picture, or hold the same bytes. */
public final class DuplicatesJob {
  private final Dataset<Row> images;
  private final Dataset<Row> shots;
  private final Dataset<Row> bursts;
  private final Dataset<Row> decisions;

  /**
   * Takes what is read, all of one catalog.
   *
   * @param images rows of {@link io.lumina.table.ImagesView}
   * @param shots rows of {@link io.lumina.table.ShotsTable}
   * @param bursts rows of {@link io.lumina.table.BurstsTable}
   * @param decisions what people decided: rows of {@link io.lumina.table.DecisionRows}
   */
  public DuplicatesJob(
      Dataset<Row> images, Dataset<Row> shots, Dataset<Row> bursts, Dataset<Row> decisions) {
    this.images = images;
    this.shots = shots;
    this.bursts = bursts;
    this.decisions = decisions;
  }

  public JobReport run(DuplicatesConfig config, JobContext context) {
    Compared before =
        new Compared(rows(ComparedTable.SPEC, context), rows(EdgesTable.SPEC, context));
    try (DuplicateGroups duplicates =
        DuplicateGroups.of(images, shots, bursts, decisions, config, Optional.of(before))) {
      long digest = Compared.digest(duplicates.edges());
      SearchSummary summary = duplicates.summary();
      context.progress().total(summary.pictures());
      checkUnique(duplicates.members());
      Map<String, Long> written = new HashMap<>();
      write(EdgesTable.SPEC, duplicates.edges(), context, written);
      if (summary.scope().changed() || digest != Compared.digest(before.edges())) {
        written.put(ComparedTable.SPEC.name(), writeCompared(duplicates, digest, context));
      }
      write(GroupsTable.SPEC, duplicates.groups(), context, written);
      write(MembersTable.SPEC, duplicates.members(), context, written);
      write(VariantsTable.SPEC, duplicates.variants(), context, written);
      context.progress().current(summary.pictures());
      return new JobReport(
          summary.pictures(), found(duplicates), Map.of(), written, summary.sentences());
    }
  }

  private static long writeCompared(DuplicateGroups duplicates, long digest, JobContext context) {
    return context
        .store()
        .replace(
            ComparedTable.SPEC,
            context.catalogId(),
            duplicates.compared().withColumn(ComparedTable.EDGES, lit(digest)),
            context.runId());
  }

  private static Dataset<Row> rows(TableSpec table, JobContext context) {
    return context.store().read(table, context.store().version(table), context.catalogId());
  }

  private static void write(
      TableSpec table, Dataset<Row> rows, JobContext context, Map<String, Long> written) {
    new TableUpdate(table, rows, context)
        .write()
        .ifPresent(version -> written.put(table.name(), version));
  }

  private static void checkUnique(Dataset<Row> members) {
    List<Row> twice =
        members
            .groupBy(MembersTable.IMAGE_ID)
            .agg(count(lit(1)).as(GroupsTable.MEMBER_COUNT))
            .filter(col(GroupsTable.MEMBER_COUNT).gt(1))
            .takeAsList(1);
    if (!twice.isEmpty()) {
      throw new IllegalStateException(
          "Image %s is in %d duplicate groups; it must be in one"
              .formatted(twice.get(0).getString(0), twice.get(0).getLong(1)));
    }
  }

  private static DuplicatesFound found(DuplicateGroups duplicates) {
    Row sums =
        duplicates
            .groups()
            .agg(
                count(lit(1)),
                coalesce(
                    sum(when(col(GroupsTable.KIND).equalTo(Relation.EXACT.label()), 1L)), lit(0L)),
                coalesce(sum(GroupsTable.MEMBER_COUNT), lit(0L)),
                coalesce(sum(GroupsTable.RECLAIMABLE_BYTES), lit(0L)))
            .first();
    return new DuplicatesFound(
        sums.getLong(0),
        sums.getLong(1),
        sums.getLong(2),
        sums.getLong(3),
        duplicates.variants().count(),
        duplicates.summary(),
        duplicates.components(),
        duplicates.largestComponent());
  }
}
