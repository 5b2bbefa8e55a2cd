package io.lumina.duplicates.search.shard;

import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.RuleColumns;
import io.lumina.table.ImagesView;
import org.apache.spark.sql.Row;

/** Layout of what the search ships: a hash alone, or hash, id and evidence. */
public final class SearchRecord {
  /** Offset of the node's id. */
  static final int ID = 1;

  /** Offset of the evidence. */
  static final int EVIDENCE = 2;

  private SearchRecord() {}

  /** Takes id and evidence, if the record has room for them, from a row; not the hash. */
  public static void read(Row row, long[] record) {
    if (record.length > 1) {
      record[ID] = row.getLong(row.fieldIndex(LinkColumns.NODE));
      Evidence.write(
          row.getAs(ImagesView.PDQ),
          row.getLong(row.fieldIndex(ImagesView.DHASH)),
          row.getLong(row.fieldIndex(RuleColumns.FACTS)),
          row.getLong(row.fieldIndex(RuleColumns.MOMENT)),
          record,
          EVIDENCE);
    }
  }

  /** Longs of a record. Where nothing must be confirmed the hash names the node. */
  public static int width(AcceptRule rule) {
    return rule.needsEvidence() ? EVIDENCE + Evidence.WORDS : 1;
  }
}
