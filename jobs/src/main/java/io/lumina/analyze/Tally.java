package io.lumina.analyze;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts of what was read.
 *
 * @param files that were opened
 * @param contents that were new and analysed
 * @param failed files that could not be read to their end
 * @param severe new contents without a readable picture
 * @param damaged new contents with minor or moderate damage
 */
record Tally(long files, long contents, long failed, long severe, long damaged) {
  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

  /** Counts rows of {@link WorkRows#READ}. */
  static Tally of(Dataset<Row> read) {
    Column corruption = col(WorkRows.ASSET).getField(AssetsTable.CORRUPTION);
    Row row =
        read.agg(
                count(lit(1)),
                count_if(col(WorkRows.ASSET).isNotNull()),
                count_if(col(FilesTable.SHA256).isNull()),
                count_if(corruption.equalTo("severe")),
                count_if(corruption.isin("minor", "moderate")))
            .first();
    return new Tally(
        row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
  }

  Tally plus(Tally other) {
    return new Tally(
        files + other.files,
        contents + other.contents,
        failed + other.failed,
        severe + other.severe,
        damaged + other.damaged);
  }

  /** Files that gave nothing to look at. */
  long broken() {
    return failed + severe;
  }

  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files_read", files);
    counts.put("new_contents", contents);
    counts.put("failed", failed);
    counts.put("severe", severe);
    counts.put("damaged", damaged);
    return counts;
  }
}
