package io.lumina.duplicates.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.duplicates.search.plan.HashSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** What every implementation of connected components does. */
abstract class ConnectedComponentsContract {

  abstract ConnectedComponents components();

  @Test
  void no_links_have_no_components() {
    assertThat(components().of(links()).collectAsList()).isEmpty();
  }

  @Test
  void each_node_is_labelled_once_with_the_lowest_of_its_component() {
    Dataset<Row> links =
        links(
            new long[] {5, 3}, // a pair, named twice and in both directions
            new long[] {3, 5},
            new long[] {5, 3},
            new long[] {9, 9}, // a node with itself only
            new long[] {Long.MAX_VALUE, -7}, // a star around a middle value
            new long[] {0, Long.MAX_VALUE},
            new long[] {Long.MAX_VALUE, Long.MIN_VALUE});
    assertThat(labels(links))
        .containsExactly(
            Map.entry(Long.MIN_VALUE, Long.MIN_VALUE),
            Map.entry(-7L, Long.MIN_VALUE),
            Map.entry(0L, Long.MIN_VALUE),
            Map.entry(3L, 3L),
            Map.entry(5L, 3L),
            Map.entry(9L, 9L),
            Map.entry(Long.MAX_VALUE, Long.MIN_VALUE));
  }

  @Test
  void a_long_chain_in_scattered_order_and_a_random_forest_are_what_they_are() {
    List<long[]> links = new ArrayList<>();
    for (int i = 0; i + 1 < 40; i++) {
      links.add(new long[] {HashSample.mix(i * 7919 % 40), HashSample.mix((i + 1) * 7919 % 40)});
    }
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 300; i++) {
      links.add(new long[] {1000 + random.nextInt(400), 1000 + random.nextInt(400)});
    }
    assertThat(labels(links(links.toArray(long[][]::new)).repartition(3))).isEqualTo(plain(links));
  }

  private Map<Long, Long> labels(Dataset<Row> links) {
    Map<Long, Long> labels = new TreeMap<>();
    for (Row row : components().of(links).collectAsList()) {
      assertThat(labels.put(row.getLong(0), row.getLong(1))).isNull();
    }
    return labels;
  }

  /** Repeats every link until nothing changes: slow, and plainly right. */
  private static Map<Long, Long> plain(List<long[]> links) {
    Map<Long, Long> labels = new TreeMap<>();
    for (long[] link : links) {
      labels.put(link[0], link[0]);
      labels.put(link[1], link[1]);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (long[] link : links) {
        long lower = Math.min(labels.get(link[0]), labels.get(link[1]));
        changed |= labels.put(link[0], lower) != lower;
        changed |= labels.put(link[1], lower) != lower;
      }
    }
    return labels;
  }

  private static Dataset<Row> links(long[]... links) {
    List<Row> rows = new ArrayList<>();
    for (long[] link : links) {
      rows.add(RowFactory.create(link[0], link[1]));
    }
    return SharedSpark.session().createDataFrame(rows, LinkColumns.LINKS);
  }
}
