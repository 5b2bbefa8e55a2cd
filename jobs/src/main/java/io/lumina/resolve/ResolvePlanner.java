package io.lumina.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.lumina.act.PlanTables;
import io.lumina.act.Planned;
import io.lumina.act.Planner;
import io.lumina.act.file.TrashManifests;
import io.lumina.act.plan.PlanKind;
import io.lumina.run.step.StepContext;
import io.lumina.table.MembersTable;
import io.lumina.table.PlanOperationsTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/** Plans what becomes of the other members of duplicate groups. */
public final class ResolvePlanner implements Planner {
  private final ResolveRules rules;

  public ResolvePlanner(ResolveRules rules) {
    this.rules = rules;
  }

  @Override
  public PlanKind kind() {
    return PlanKind.RESOLVE;
  }

  @Override
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("policy", rules.policy().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    parameters.put("min_margin", rules.minMargin());
    rules.prefer().ifPresent(folder -> parameters.put("prefer", folder));
    parameters.put("keep_folders", rules.keepFolders());
    parameters.put("protected", rules.protectedFolders());
    return parameters;
  }

  @Override
  public Planned plan(PlanTables tables, UUID plan) {
    ResolveTables read =
        new ResolveTables(
            tables.rows(MembersTable.SPEC),
            tables.images(),
            tables.units(),
            tables.decisions(),
            tables.reviewed());
    String trash = TrashManifests.TRASH + "/" + plan;
    Dataset<Row> going = ResolveOperations.of(read, rules, trash);
    StepContext context = tables.context();
    SidecarPlan sidecars =
        new SidecarPlan(
            context.request().options().home().plan(plan),
            context.catalog().sourceDirectories(),
            trash);
    try {
      sidecars.plan(KnowledgeRows.of(read, going).toLocalIterator());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return new Planned(consolidated(context.store().spark(), going, sidecars), List.of());
  }

  /** Pictures wait for the sidecar that learns from them; of what is in conflict none goes. */
  private static Dataset<Row> consolidated(
      SparkSession spark, Dataset<Row> going, SidecarPlan sidecars) {
    Dataset<Row> verdicts = spark.createDataFrame(sidecars.verdicts(), SidecarPlan.VERDICTS);
    Column ofUnit = max("verdict_conflict").over(Window.partitionBy(PlanOperationsTable.UNIT));
    Dataset<Row> waiting =
        going
            .join(
                verdicts,
                col(PlanOperationsTable.KEPT_PATH).equalTo(col("verdict_kept")),
                "left_outer")
            .withColumn(
                PlanOperationsTable.NEEDS_PATH,
                coalesce(col("verdict_needs"), col(PlanOperationsTable.NEEDS_PATH)))
            .withColumn(PlanOperationsTable.CONFLICT, ofUnit)
            .drop(SidecarPlan.VERDICTS.fieldNames());
    return waiting.union(spark.createDataFrame(sidecars.operations(), waiting.schema()));
  }
}
