package io.lumina.analyze.read;

import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Rows on their way through analyze: files to read in, files read out. Both carry the whole row of
 * {@link FilesTable}, so that nothing need be joined to write it back. Before the files of a size
 * come the contents of that size that are known already, one a row: of a million of them, no row
 * holds more than one.
 */
public final class WorkRows {
  /** A content that need not be analysed again, in a row without a file; null in rows of files. */
  public static final String KNOWN = "known";

  /** What {@link #KNOWN} says. */
  public static final StructType KNOWN_CONTENT =
      new StructType()
          .add(AssetsTable.SHA256, DataTypes.StringType)
          .add(AssetsTable.FORMAT, DataTypes.StringType)
          .add(AssetsTable.READ_AS, DataTypes.StringType);

  /** The partition that reads the file. */
  public static final String PARTITION = "partition";

  /** What was read of the content: {@link #CONTENT}; null when the content is known already. */
  public static final String ASSET = "asset";

  private static final Set<String> COMPUTED_FROM_LUMA =
      Set.of(
          AssetsTable.DHASH,
          AssetsTable.AHASH,
          AssetsTable.WHASH,
          AssetsTable.PDQ,
          AssetsTable.PDQ_QUALITY,
          AssetsTable.STRIPS,
          AssetsTable.UNFRAMED,
          AssetsTable.SHARPNESS,
          AssetsTable.QUALITY,
          AssetsTable.ALGO_VERSION,
          AssetsTable.RUN_ID);

  /** Columns of {@link AssetsTable} that reading the content gives; the others follow from them. */
  static final StructType CONTENT = content();

  /** Whether reading the file gave anything else than the last time: a failure may last. */
  public static final String IS_NEWS = "is_news";

  /** A file that was read: its row with checksum and issues filled in, and its content. */
  public static final StructType READ =
      files().add(ASSET, CONTENT).add(IS_NEWS, DataTypes.BooleanType);

  private WorkRows() {}

  /** A row of {@link #CONTENT} with another value in one column. */
  static Row with(Row content, String column, Object value) {
    Object[] cells = new Object[content.length()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = content.get(i);
    }
    cells[CONTENT.fieldIndex(column)] = value;
    return new GenericRowWithSchema(cells, CONTENT);
  }

  private static StructType files() {
    return new StructType(FilesTable.SPEC.schema().fields());
  }

  private static StructType content() {
    StructType type = new StructType();
    for (StructField field : AssetsTable.SPEC.schema().fields()) {
      if (!COMPUTED_FROM_LUMA.contains(field.name())) {
        type = type.add(field.name(), field.dataType());
      }
    }
    return type;
  }
}
