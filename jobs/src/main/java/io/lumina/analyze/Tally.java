package io.lumina.analyze;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.lumina.analyze.read.WorkRows;
import io.lumina.row.IssueRows;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.HindranceRows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts of what was read.
 *
 * @param files that were opened
 * @param contents that were new and analysed
 * @param failed files that could not be read to their end
 * @param failedAsBefore those of them that failed in the last run, too, and for the same reason
 * @param severe new contents without a readable picture
 * @param damaged new contents with minor or moderate damage
 * @param hindered new contents at which nobody could look, by a limit or a lack of ours
 * @param bytes of the files that were read to their end
 * @param reasons of what failed, is damaged or was not looked at, by code; one for each
 */
public record Tally(
    long files,
    long contents,
    long failed,
    long failedAsBefore,
    long severe,
    long damaged,
    long hindered,
    long bytes,
    Map<String, Long> reasons) {
  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, Map.of());

  public Tally {
    reasons = new TreeMap<>(reasons);
  }

  /** Counts rows of {@link WorkRows#READ}. */
  static Tally of(Dataset<Row> read) {
    Column corruption = col(WorkRows.ASSET).getField(AssetsTable.CORRUPTION);
    Column hindrance = col(WorkRows.ASSET).getField(AssetsTable.HINDRANCE);
    Column failed = col(FilesTable.SHA256).isNull();
    Column reason =
        when(failed, code(col(FilesTable.ISSUES), size(col(FilesTable.ISSUES)).minus(1)))
            .when(hindrance.isNotNull(), hindrance.getField(HindranceRows.REASON))
            .when(
                corruption.isNotNull(),
                coalesce(
                    code(col(WorkRows.ASSET).getField(AssetsTable.ISSUES), lit(0)), corruption));
    Tally tally = NOTHING;
    for (Row row :
        read.groupBy(reason.alias(FilesTable.ISSUES))
            .agg(
                count(lit(1)),
                count_if(col(WorkRows.ASSET).isNotNull()),
                count_if(failed),
                count_if(not(col(WorkRows.IS_NEWS))),
                count_if(corruption.equalTo("severe")),
                count_if(corruption.isin("minor", "moderate")),
                count_if(hindrance.isNotNull()),
                coalesce(sum(when(failed, 0L).otherwise(col(FilesTable.SIZE_BYTES))), lit(0L)))
            .collectAsList()) {
      tally =
          tally.plus(
              new Tally(
                  row.getLong(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6),
                  row.getLong(7),
                  row.getLong(8),
                  row.isNullAt(0) ? Map.of() : Map.of(row.getString(0), row.getLong(1))));
    }
    return tally;
  }

  Tally plus(Tally other) {
    Map<String, Long> all = new TreeMap<>(reasons);
    other.reasons.forEach((reason, count) -> all.merge(reason, count, Long::sum));
    return new Tally(
        files + other.files,
        contents + other.contents,
        failed + other.failed,
        failedAsBefore + other.failedAsBefore,
        severe + other.severe,
        damaged + other.damaged,
        hindered + other.hindered,
        bytes + other.bytes,
        all);
  }

  /** Files of which this run knows more than the last one. */
  public long news() {
    return files - failedAsBefore;
  }

  /** Those of the {@link #news} that gave nothing to look at. */
  public long broken() {
    return failed - failedAsBefore + severe;
  }

  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files_read", files);
    counts.put("bytes_read", bytes);
    counts.put("new_contents", contents);
    counts.put("failed", failed);
    counts.put("failed_as_before", failedAsBefore);
    counts.put("severe", severe);
    counts.put("damaged", damaged);
    counts.put("not_looked_at", hindered);
    reasons.forEach((reason, count) -> counts.put("reason_" + reason, count));
    return counts;
  }

  /** Why a file could not be read is its last issue, what damaged a content its first. */
  private static Column code(Column issues, Column place) {
    return get(issues, place).getField(IssueRows.CODE);
  }
}
