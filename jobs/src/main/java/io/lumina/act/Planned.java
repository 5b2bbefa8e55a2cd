package io.lumina.act;

import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a planner found.
 *
 * @param operations in any order: the columns of {@link io.lumina.table.PlanOperationsTable} from
 *     unit to conflict, local paths only, and {@link #STAGE}
 * @param notes what a person should know before the plan is carried out
 */
public record Planned(Dataset<Row> operations, List<String> notes) {
  /** What is done before what: units of a lower number go first. */
  public static final String STAGE = "stage";

  public Planned {
    Objects.requireNonNull(operations, "operations");
    notes = List.copyOf(notes);
  }
}
