package io.lumina.duplicates.links;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Components, and how they were found.
 *
 * @param components rows of {@link LinkColumns#COMPONENTS}
 * @param sentence which way was taken, and why not the one that was asked for
 */
public record Joined(Dataset<Row> components, String sentence) {
  private static final Logger LOG = LoggerFactory.getLogger(Joined.class);

  /**
   * Finds the components of links. GraphFrames that is not there, or not all of it, ends no run.
   *
   * @param links rows of {@link LinkColumns#LINKS}
   * @param count how many links there are
   */
  public static Joined by(Joining asked, Dataset<Row> links, long count) {
    return by(asked, links, count, new GraphFramesComponents());
  }

  static Joined by(Joining asked, Dataset<Row> links, long count, GraphFramesComponents frames) {
    return switch (taken(asked, count, frames.isAvailable())) {
      case AUTO, UNION_FIND ->
          new Joined(new UnionFindComponents().of(links), "Joined by union-find on the driver.");
      case STARS -> new Joined(new LargeStarSmallStar().of(links), "Joined by alternating stars.");
      case GRAPHFRAMES -> byGraphFrames(links, frames);
    };
  }

  /** What is tried: what was asked for, or what suits the number of links. */
  static Joining taken(Joining asked, long links, boolean graphFrames) {
    if (asked != Joining.AUTO) {
      return asked;
    }
    if (links <= ConnectedComponents.DRIVER_LINKS) {
      return Joining.UNION_FIND;
    }
    return graphFrames ? Joining.GRAPHFRAMES : Joining.STARS;
  }

  private static Joined byGraphFrames(Dataset<Row> links, GraphFramesComponents frames) {
    try {
      return new Joined(frames.of(links), "Joined by GraphFrames.");
    } catch (GraphFramesMissing missing) {
      LOG.warn("GraphFrames cannot be used, stars take its place", missing);
      return new Joined(
          new LargeStarSmallStar().of(links),
          "Joined by alternating stars, since " + missing.getMessage() + ".");
    }
  }
}
