package io.lumina.duplicates.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.lumina.SharedSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Which way is taken to the components of a few links, and what is said of it. */
class JoinedIT {
  private static final StructType OF_GRAPHFRAMES =
      new StructType()
          .add("id", DataTypes.LongType, false)
          .add("component", DataTypes.LongType, false);

  @Test
  void every_way_finds_the_same_and_says_which_it_was() {
    Joined driver = Joined.by(Joining.UNION_FIND, links(), 2);
    Joined stars = Joined.by(Joining.STARS, links(), 2);
    assertThat(rows(driver.components()))
        .containsExactly("[1,1]", "[2,1]", "[3,1]")
        .isEqualTo(rows(stars.components()));
    assertThat(driver.sentence()).isEqualTo("Joined by union-find on the driver.");
    assertThat(stars.sentence()).isEqualTo("Joined by alternating stars.");
    assertThat(Joined.by(Joining.AUTO, links(), 2).sentence()).isEqualTo(driver.sentence());
  }

  @Test
  void graph_frames_without_its_jars_ends_no_run() {
    assumeFalse(new GraphFramesComponents().isAvailable(), "GraphFrames is on the class path");
    Joined joined = Joined.by(Joining.GRAPHFRAMES, links(), 2);
    assertThat(rows(joined.components())).containsExactly("[1,1]", "[2,1]", "[3,1]");
    assertThat(joined.sentence())
        .isEqualTo(
            "Joined by alternating stars, since GraphFrames is not on the class path: add"
                + " --packages with graphframes-spark4_2.13.");
  }

  @Test
  void the_labels_of_graph_frames_become_the_lowest_node_of_each_component() {
    Dataset<Row> theirs =
        data(
            OF_GRAPHFRAMES,
            RowFactory.create(7L, 70L),
            RowFactory.create(5L, 70L),
            RowFactory.create(9L, 80L));
    assertThat(rows(GraphFramesComponents.byLowest(theirs)))
        .containsExactly("[5,5]", "[7,5]", "[9,9]");
  }

  private static Dataset<Row> links() {
    return data(LinkColumns.LINKS, RowFactory.create(1L, 2L), RowFactory.create(3L, 2L));
  }

  private static Dataset<Row> data(StructType schema, Row... rows) {
    return SharedSpark.session().createDataFrame(List.of(rows), schema);
  }

  private static List<String> rows(Dataset<Row> components) {
    return components.orderBy(LinkColumns.NODE).collectAsList().stream()
        .map(Row::toString)
        .toList();
  }
}
