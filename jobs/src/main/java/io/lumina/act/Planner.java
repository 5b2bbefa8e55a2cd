package io.lumina.act;

import io.lumina.act.plan.PlanKind;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Computes the operations of a plan from the tables of a catalog. */
public interface Planner {

  /** What its plans are for. */
  PlanKind kind();

  /** What was asked for, as it is kept with the plan. */
  Map<String, Object> parameters();

  /**
   * The operations in any order.
   *
   * @return the columns of {@link io.lumina.table.PlanOperationsTable} from unit to conflict; local
   *     paths only
   */
  Dataset<Row> operations(PlanTables tables, UUID plan);
}
