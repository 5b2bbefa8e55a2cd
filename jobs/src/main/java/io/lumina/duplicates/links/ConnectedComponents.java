package io.lumina.duplicates.links;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds which nodes hang together. */
public interface ConnectedComponents {
  /** Links up to here are joined on the driver. */
  long DRIVER_LINKS = 8_000_000;

  /**
   * Labels each node that a link names.
   *
   * @param links rows of {@link LinkColumns#LINKS}; a link of a node with itself only names it
   * @return rows of {@link LinkColumns#COMPONENTS}: each node once, its component named by the
   *     lowest node of it
   */
  Dataset<Row> of(Dataset<Row> links);
}
