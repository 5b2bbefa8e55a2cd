package io.lumina.duplicates.search;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.duplicates.search.plan.HashSample;
import io.lumina.table.ComparedTable;
import io.lumina.table.EdgesTable;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What an earlier run compared and found in this catalog.
 *
 * @param tokens rows of {@link ComparedTable}
 * @param edges rows of {@link EdgesTable}
 */
public record Compared(Dataset<Row> tokens, Dataset<Row> edges) {
  public Compared {
    Objects.requireNonNull(tokens, "tokens");
    Objects.requireNonNull(edges, "edges");
  }

  /** What two sets of edges do not share: their number and pairs, in whatever order. */
  public static long digest(Dataset<Row> edges) {
    Row row =
        edges
            .agg(
                count(lit(1)),
                coalesce(bit_xor(xxhash64(col(EdgesTable.SHA_A), col(EdgesTable.SHA_B))), lit(0L)))
            .first();
    return HashSample.mix(row.getLong(0)) ^ row.getLong(1);
  }

  /** Nothing, so that all must be compared. */
  public static Optional<Compared> nothing() {
    return Optional.empty();
  }
}
