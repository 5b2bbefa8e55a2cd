package io.lumina.duplicates;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds which nodes hang together. */
interface ConnectedComponents {

  /**
   * Labels each node that a link names.
   *
   * @param links rows of {@link NodeColumns#LINKS}; a link of a node with itself only names it
   * @return rows of {@link NodeColumns#COMPONENTS}: each node once, its component named by the
   *     lowest node of it
   */
  Dataset<Row> of(Dataset<Row> links);
}
