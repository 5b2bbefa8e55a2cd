package io.lumina.duplicates;

import io.lumina.table.DecisionRows;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What people decided about contents. There are few of them, and every task knows all.
 *
 * @param kept contents of which no file is ever offered for removal
 * @param apart for a content the numbers of the not_duplicate decisions that name it
 */
record Decisions(Set<String> kept, Map<String, Set<Integer>> apart) implements Serializable {
  /** Nobody decided anything. */
  static final Decisions NONE = new Decisions(Set.of(), Map.of());

  /** Reads them; kinds that do not concern duplicates are passed over. */
  static Decisions read(Dataset<Row> decisions) {
    Set<String> kept = new HashSet<>();
    Map<String, Set<Integer>> apart = new HashMap<>();
    List<Row> rows =
        new ArrayList<>(
            decisions.select(DecisionRows.KIND, DecisionRows.CHECKSUMS).collectAsList());
    for (int number = 0; number < rows.size(); number++) {
      Row row = rows.get(number);
      if (row.isNullAt(1)) {
        continue;
      }
      List<String> checksums = row.getList(1);
      if (DecisionRows.KEEP.equals(row.getString(0))) {
        kept.addAll(checksums);
      } else if (DecisionRows.NOT_DUPLICATE.equals(row.getString(0))) {
        for (String checksum : checksums) {
          apart.computeIfAbsent(checksum, any -> new HashSet<>()).add(number);
        }
      }
    }
    return new Decisions(kept, apart);
  }

  boolean keeps(String checksum) {
    return kept.contains(checksum);
  }

  /** Numbers of the decisions that set a content apart from others. */
  Set<Integer> apartIn(String checksum) {
    return apart.getOrDefault(checksum, Set.of());
  }
}
