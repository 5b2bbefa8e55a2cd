package io.lumina.duplicates.links;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import java.lang.reflect.InvocationTargetException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Connected components by GraphFrames 0.10 or later, where someone put its jars on the class path
 * ({@code --packages io.graphframes:graphframes-spark4_2.13:VERSION} brings both). By reflection,
 * since not every mirror carries them and the build must not need them. Its contract suite runs as
 * soon as they are there.
 */
final class GraphFramesComponents implements ConnectedComponents {
  private static final String GRAPH = "org.graphframes.GraphFrame";
  private static final String ID = "id";
  private static final String FROM = "src";
  private static final String TO = "dst";
  private static final String THEIRS = "component";
  private static final String LABEL = "label_of_graphframes";

  /** Whether its first jar is there; the other one shows when it is used. */
  boolean isAvailable() {
    try {
      graph();
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /**
   * @throws GraphFramesMissing if a jar is not there, or has another interface
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

  /** Its column has the name of ours, and the two must not meet in one join. */
  static Dataset<Row> byLowest(Dataset<Row> theirs) {
    Dataset<Row> labelled = theirs.select(col(ID), col(THEIRS).as(LABEL));
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
      if (e.getCause() instanceof LinkageError half) {
        throw new GraphFramesMissing(
            "a class of GraphFrames is missing ("
                + half.getMessage()
                + "): put both of its jars on the class path",
            half);
      }
      throw new IllegalStateException("GraphFrames failed: " + e.getCause(), e.getCause());
    } catch (ClassNotFoundException e) {
      throw new GraphFramesMissing(
          "GraphFrames is not on the class path: add --packages with graphframes-spark4_2.13", e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new GraphFramesMissing(
          "this GraphFrames cannot be used (" + e + "): take version 0.10 or later for Spark 4", e);
    }
  }

  private static Class<?> graph() throws ClassNotFoundException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return Class.forName(
        GRAPH, false, loader == null ? GraphFramesComponents.class.getClassLoader() : loader);
  }
}
