package io.lumina.analyze;

import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Rows on their way through analyze: files to read in, files read out. Both carry the whole row of
 * {@link FilesTable}, so that nothing need be joined to write it back.
 */
final class WorkRows {
  /** Checksums of known contents of this size: one of them need not be decoded again. */
  static final String KNOWN = "known_checksums";

  /** What {@link #KNOWN} is. */
  static final DataType KNOWN_TYPE = DataTypes.createArrayType(DataTypes.StringType);

  /** The partition that reads the file. */
  static final String PARTITION = "partition";

  /** What was read of the content: {@link #CONTENT}; null when the content is known already. */
  static final String ASSET = "asset";

  private static final Set<String> COMPUTED_FROM_LUMA =
      Set.of(
          AssetsTable.DHASH,
          AssetsTable.AHASH,
          AssetsTable.WHASH,
          AssetsTable.PDQ,
          AssetsTable.PDQ_QUALITY,
          AssetsTable.SHARPNESS,
          AssetsTable.QUALITY,
          AssetsTable.ALGO_VERSION,
          AssetsTable.RUN_ID);

  /** Columns of {@link AssetsTable} that reading the content gives; the others follow from them. */
  static final StructType CONTENT = content();

  /** A file that was read: its row with checksum and issues filled in, and its content. */
  static final StructType READ = files().add(ASSET, CONTENT);

  private WorkRows() {}

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
