package io.lumina.duplicates.links;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import java.lang.reflect.InvocationTargetException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Connected components by GraphFrames, where someone put its jar on the class path ({@code
 * --packages io.graphframes:graphframes-spark4_2.13:VERSION}). By reflection, since not every
 * mirror carries the jar and the build must not need it.
 *
 * <p>Written from the source of GraphFrames ({@code GraphFrame.apply}, {@code connectedComponents},
 * {@code setUseLocalCheckpoints} since 0.9, {@code run}); it has not been run by its authors, who
 * had no jar. Its contract suite runs as soon as the jar is there.
 */
public final class GraphFramesComponents implements ConnectedComponents {
  private static final String GRAPH = "org.graphframes.GraphFrame";
  private static final String ID = "id";
  private static final String FROM = "src";
  private static final String TO = "dst";
  private static final String LABEL = "component";

  /** Whether the jar is there. */
  public static boolean isAvailable() {
    try {
      graph();
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /**
   * @throws IllegalStateException if the jar is not there, or has another interface
   */
  @Override
  public Dataset<Row> of(Dataset<Row> links) {
    Dataset<Row> nodes =
        links
            .select(col(LinkColumns.A).as(ID))
            .unionAll(links.select(col(LinkColumns.B)))
            .distinct();
    Dataset<Row> edges =
        links
            .select(col(LinkColumns.A).as(FROM), col(LinkColumns.B).as(TO))
            .filter(col(FROM).notEqual(col(TO)));
    Dataset<Row> labelled = run(nodes, edges);
    // The labels of GraphFrames are its own, and what it hands out is left for us to unpersist.
    Dataset<Row> components = byLowest(labelled).localCheckpoint(true);
    labelled.unpersist();
    return components;
  }

  private static Dataset<Row> byLowest(Dataset<Row> labelled) {
    Dataset<Row> lowest = labelled.groupBy(LABEL).agg(min(ID).as(LinkColumns.COMPONENT));
    return labelled
        .join(lowest, LABEL)
        .select(col(ID).as(LinkColumns.NODE), col(LinkColumns.COMPONENT));
  }

  @SuppressWarnings("unchecked")
  private static Dataset<Row> run(Dataset<Row> nodes, Dataset<Row> edges) {
    try {
      Object graph =
          graph().getMethod("apply", Dataset.class, Dataset.class).invoke(null, nodes, edges);
      Object search = graph.getClass().getMethod("connectedComponents").invoke(graph);
      search.getClass().getMethod("setUseLocalCheckpoints", boolean.class).invoke(search, true);
      return (Dataset<Row>) search.getClass().getMethod("run").invoke(search);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("GraphFrames failed: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "This GraphFrames cannot be used (" + e + "); take version 0.9 or later for Spark 4", e);
    }
  }

  private static Class<?> graph() throws ClassNotFoundException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return Class.forName(
        GRAPH, false, loader == null ? GraphFramesComponents.class.getClassLoader() : loader);
  }
}
