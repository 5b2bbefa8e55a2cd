package io.lumina.analyze.read;

import io.lumina.container.FileFormat;
import io.lumina.container.MediaKind;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.Hindrance;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataField;
import io.lumina.meta.field.MetadataReading;
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
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** Fills one row of {@link WorkRows#CONTENT}. */
public final class ContentRow {
  /** Value of {@link AssetsTable#FORMAT} for a file that describes another. */
  static final String SIDECAR = "SIDECAR";

  private final Map<String, Object> values = new HashMap<>();
  private final List<Row> reasons = new ArrayList<>();
  private final List<Row> issues = new ArrayList<>();

  public ContentRow(String sha256, long size, FileFormat format) {
    this(sha256, size, format.kind(), format.mime(), format.name());
  }

  private ContentRow(String sha256, long size, MediaKind kind, String mime, String format) {
    values.put(AssetsTable.SHA256, sha256);
    values.put(AssetsTable.SIZE_BYTES, size);
    values.put(AssetsTable.FILE_TYPE, kind.name().toLowerCase(Locale.ROOT));
    values.put(AssetsTable.MIME_TYPE, mime);
    values.put(AssetsTable.FORMAT, format);
    values.put(AssetsTable.METADATA, MetadataRows.of(Metadata.EMPTY));
    values.put(AssetsTable.DATES, new Row[0]);
  }

  /** A file that describes another: its bytes are text, whatever they look like. */
  static ContentRow sidecar(String sha256, long size) {
    return new ContentRow(sha256, size, MediaKind.SIDECAR, "text/plain", SIDECAR);
  }

  public ContentRow metadata(MetadataReading reading) {
    values.put(AssetsTable.DATES, DateRows.of(reading.dates()));
    reading.issues().forEach(issue -> issue(issue.code(), issue.detail()));
    return metadata(reading.metadata());
  }

  public ContentRow metadata(Metadata metadata) {
    values.put(AssetsTable.METADATA, MetadataRows.of(metadata));
    metadata.value(MetadataField.WIDTH).ifPresent(width -> values.put(AssetsTable.WIDTH, width));
    metadata
        .value(MetadataField.HEIGHT)
        .ifPresent(height -> values.put(AssetsTable.HEIGHT, height));
    return this;
  }

  /** What decoding said of the size, which wins over what metadata claim; 0 is unknown. */
  ContentRow size(int width, int height) {
    if (width > 0 && height > 0) {
      values.put(AssetsTable.WIDTH, width);
      values.put(AssetsTable.HEIGHT, height);
    }
    return this;
  }

  ContentRow luma(byte[] luma) {
    values.put(AssetsTable.LUMA, luma.length == 0 ? null : luma);
    return this;
  }

  ContentRow corruption(Corruption corruption) {
    values.put(AssetsTable.CORRUPTION, corruption.severity().name().toLowerCase(Locale.ROOT));
    reasons.add(IssueRows.of(corruption.reason(), corruption.detail()));
    return this;
  }

  /** Nobody could look, and that is not the file's fault. */
  ContentRow hindrance(Hindrance hindrance) {
    values.put(AssetsTable.HINDRANCE, HindranceRows.of(hindrance));
    return issue(hindrance.reason(), hindrance.detail() + LimitKey.hint(hindrance.reason()));
  }

  ContentRow issue(String code, String detail) {
    issues.add(IssueRows.of(code, detail));
    return this;
  }

  public Row row() {
    List<Row> all = new ArrayList<>(reasons);
    all.addAll(issues);
    values.put(AssetsTable.ISSUES, all.toArray(Row[]::new));
    String[] names = WorkRows.CONTENT.fieldNames();
    Object[] cells = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      cells[i] = values.get(names[i]);
    }
    return new GenericRowWithSchema(cells, WorkRows.CONTENT);
  }
}
