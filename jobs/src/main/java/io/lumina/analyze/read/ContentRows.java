package io.lumina.analyze.read;

import io.lumina.image.reading.Corruption;
import io.lumina.row.DateRows;
import io.lumina.row.IssueRows;
import io.lumina.row.MetadataRows;
import io.lumina.table.AssetsTable;
import io.lumina.table.HindranceRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** Writes a {@link Content} as a row of {@link WorkRows#CONTENT}. */
final class ContentRows {
  private ContentRows() {}

  static Row of(Content content) {
    Map<String, Object> values = new HashMap<>();
    values.put(AssetsTable.SHA256, content.bytes().sha256());
    values.put(AssetsTable.SIZE_BYTES, content.bytes().length());
    values.put(AssetsTable.FILE_TYPE, content.bytes().kind().name().toLowerCase(Locale.ROOT));
    values.put(AssetsTable.MIME_TYPE, content.bytes().mime());
    values.put(AssetsTable.FORMAT, content.bytes().format());
    values.put(AssetsTable.METADATA, MetadataRows.of(content.reading().metadata()));
    values.put(AssetsTable.DATES, DateRows.of(content.reading().dates()));
    content.width().ifPresent(width -> values.put(AssetsTable.WIDTH, width));
    content.height().ifPresent(height -> values.put(AssetsTable.HEIGHT, height));
    if (content.luma().length > 0) {
      values.put(AssetsTable.LUMA, content.luma());
    }
    content.frames().ifPresent(frames -> values.put(AssetsTable.FRAMES, frames));
    content.corruption().ifPresent(by -> values.put(AssetsTable.CORRUPTION, severity(by)));
    content.hindrance().ifPresent(by -> values.put(AssetsTable.HINDRANCE, HindranceRows.of(by)));
    values.put(AssetsTable.ISSUES, issues(content).toArray(Row[]::new));
    String[] names = WorkRows.CONTENT.fieldNames();
    Object[] cells = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      cells[i] = values.get(names[i]);
    }
    return new GenericRowWithSchema(cells, WorkRows.CONTENT);
  }

  private static String severity(Corruption corruption) {
    return corruption.severity().name().toLowerCase(Locale.ROOT);
  }

  /** The reason of the damage comes first: who counts reasons looks there. */
  private static List<Row> issues(Content content) {
    List<Row> issues = new ArrayList<>();
    content.corruption().ifPresent(by -> issues.add(IssueRows.of(by.reason(), by.detail())));
    Stream.concat(
            content.reading().issues().stream().map(it -> IssueRows.of(it.code(), it.detail())),
            content.issues().stream().map(it -> IssueRows.of(it.code(), it.detail())))
        .forEach(issues::add);
    return issues;
  }
}
