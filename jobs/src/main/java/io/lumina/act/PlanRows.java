package io.lumina.act;

import io.lumina.postgres.ConnectionSettings;
import io.lumina.run.step.StepContext;
import io.lumina.table.PlanOperationsTable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The operations of a plan as PostgreSQL has them, as rows of Spark. */
final class PlanRows {
  private static final String SELECT =
      """
      SELECT ?, plan_id::text, number, unit, kind, source_path, target_path, image_id::text, sha256,
        size_bytes, modified_at, reason, kept_path, needs_path, conflict, state, failure
      FROM lumina.plan_operations WHERE plan_id = ?\
      """;

  private final StepContext context;

  PlanRows(StepContext context) {
    this.context = context;
  }

  /** Rows of {@link PlanOperationsTable}; one task reads them one after the other. */
  Dataset<Row> of(UUID plan) {
    return context
        .store()
        .spark()
        .createDataset(List.of(plan.toString()), Encoders.STRING())
        .coalesce(1)
        .mapPartitions(
            new Read(context.database().settings(), context.catalogId()),
            Encoders.row(PlanOperationsTable.SPEC.schema()));
  }

  /** Reads in the task. */
  private static final class Read
      implements org.apache.spark.api.java.function.MapPartitionsFunction<String, Row> {
    private static final long serialVersionUID = 1L;

    private final ConnectionSettings settings;
    private final String catalogId;

    Read(ConnectionSettings settings, String catalogId) {
      this.settings = settings;
      this.catalogId = catalogId;
    }

    @Override
    public Iterator<Row> call(Iterator<String> plans) throws SQLException {
      return plans.hasNext()
          ? new Rows(settings, catalogId, UUID.fromString(plans.next()))
          : List.<Row>of().iterator();
    }
  }

  /** Rows of a cursor, which is closed behind the last. */
  private static final class Rows implements Iterator<Row> {
    private static final int FETCH_ROWS = 1_000;

    private final java.sql.Connection connection;
    private final ResultSet rows;
    private boolean hasNext;

    Rows(ConnectionSettings settings, String catalogId, UUID plan) throws SQLException {
      connection = new io.lumina.postgres.Database(settings).connect("plan");
      connection.setAutoCommit(false);
      PreparedStatement select = connection.prepareStatement(SELECT);
      select.setFetchSize(FETCH_ROWS);
      select.setString(1, catalogId);
      select.setObject(2, plan);
      rows = select.executeQuery();
      advance();
    }

    private void advance() throws SQLException {
      hasNext = rows.next();
      if (!hasNext) {
        connection.close();
      }
    }

    @Override
    public boolean hasNext() {
      return hasNext;
    }

    @Override
    public Row next() {
      if (!hasNext) {
        throw new NoSuchElementException();
      }
      try {
        Object[] values = new Object[PlanOperationsTable.SPEC.schema().size()];
        for (int i = 0; i < values.length; i++) {
          Object value = rows.getObject(i + 1);
          values[i] = value instanceof Timestamp time ? Timestamp.from(time.toInstant()) : value;
        }
        advance();
        return RowFactory.create(values);
      } catch (SQLException failed) {
        throw io.lumina.postgres.SqlFailure.working(failed);
      }
    }
  }
}
