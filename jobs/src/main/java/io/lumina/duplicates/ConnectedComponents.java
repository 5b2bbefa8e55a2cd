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

  /**
   * The implementation for a number of links.
   *
   * @param graphFrames whether the jar of GraphFrames is there
   */
  static ConnectedComponents forLinks(long links, boolean graphFrames) {
    if (links <= NearSearch.DRIVER_LINKS) {
      return new UnionFindComponents();
    }
    return graphFrames ? new GraphFramesComponents() : new LargeStarSmallStar();
  }
}
