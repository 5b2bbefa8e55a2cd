package io.lumina.duplicates;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.job.JobContext;
import io.lumina.table.GroupsTable;
import io.lumina.table.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Replaces a catalog's rows of a table, but only if they changed. A row that says what it said
 * before keeps the run that said it first.
 */
final class TableUpdate {
  private static final String RUN_ID = GroupsTable.RUN_ID;
  private static final String OLD = "old_";

  private final TableSpec table;
  private final Dataset<Row> rows;
  private final Dataset<Row> before;
  private final JobContext context;

  /**
   * Reads the rows that are there.
   *
   * @param rows the new rows, without run id
   */
  TableUpdate(TableSpec table, Dataset<Row> rows, JobContext context) {
    this.table = table;
    this.rows = rows;
    this.context = context;
    long version = context.store().version(table);
    this.before = context.store().read(table, version, context.catalogId());
  }

  /** The version written; none when the rows are what they were. */
  OptionalLong write() {
    Row old = state(before);
    boolean first = old.getLong(0) == 0;
    if (first ? rows.isEmpty() : old.equals(state(rows))) {
      return OptionalLong.empty();
    }
    Dataset<Row> stamped = first ? stampedNow() : stamped();
    return OptionalLong.of(
        context.store().replace(table, context.catalogId(), stamped, context.runId()));
  }

  private boolean hasRun() {
    return Arrays.asList(table.schema().fieldNames()).contains(RUN_ID);
  }

  private Dataset<Row> stampedNow() {
    return hasRun() ? rows.withColumn(RUN_ID, lit(context.runId())) : rows;
  }

  private Dataset<Row> stamped() {
    if (!hasRun()) {
      return rows;
    }
    Column sameKey = lit(true);
    for (String key : table.key()) {
      sameKey = sameKey.and(col(key).equalTo(col(OLD + key)));
    }
    Column same = lit(true);
    for (String column : content()) {
      same = same.and(col(column).eqNullSafe(col(OLD + column)));
    }
    return rows.join(before.select(oldColumns()), sameKey, "left")
        .withColumn(RUN_ID, coalesce(when(same, col(OLD + RUN_ID)), lit(context.runId())));
  }

  private Column[] oldColumns() {
    return Arrays.stream(before.columns())
        .map(name -> col(name).as(OLD + name))
        .toArray(Column[]::new);
  }

  /** Count and a hash of all rows that does not depend on their order. */
  private Row state(Dataset<Row> some) {
    List<Column> values = new ArrayList<>();
    for (String column : content()) {
      values.add(col(column));
      values.add(col(column).isNull());
    }
    return some.agg(count(lit(1)), bit_xor(xxhash64(values.toArray(Column[]::new)))).first();
  }

  private List<String> content() {
    return Arrays.stream(table.schema().fieldNames()).filter(name -> !name.equals(RUN_ID)).toList();
  }
}
