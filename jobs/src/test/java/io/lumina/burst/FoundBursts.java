package io.lumina.burst;

import io.lumina.SharedSpark;
import io.lumina.table.BurstsTable;
import io.lumina.table.ShotsTable;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Bursts of photos without shots, in a form to read. */
final class FoundBursts {
  private FoundBursts() {}

  /** "path path* …" per burst, the best frame starred. */
  static List<String> of(BurstsConfig config, Photo... photos) {
    Dataset<Row> noShots =
        SharedSpark.session().createDataFrame(List.of(), ShotsTable.SPEC.schema());
    TreeMap<String, TreeSet<String>> names = new TreeMap<>();
    for (Row row : Bursts.of(Photo.rows(photos), noShots, config).collectAsList()) {
      names
          .computeIfAbsent(row.getAs(BurstsTable.BURST_ID), any -> new TreeSet<>())
          .add(
              row.<String>getAs(BurstsTable.IMAGE_ID).replace("id of ", "")
                  + (row.<Boolean>getAs(BurstsTable.IS_BEST) ? "*" : ""));
    }
    return names.values().stream().map(frames -> String.join(" ", frames)).toList();
  }
}
