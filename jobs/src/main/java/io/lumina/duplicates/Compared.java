package io.lumina.duplicates;

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
 * @param edges rows of {@link EdgesTable}, at least as new as the tokens
 */
public record Compared(Dataset<Row> tokens, Dataset<Row> edges) {
  public Compared {
    Objects.requireNonNull(tokens, "tokens");
    Objects.requireNonNull(edges, "edges");
  }

  /** Nothing, so that all must be compared. */
  public static Optional<Compared> nothing() {
    return Optional.empty();
  }
}
