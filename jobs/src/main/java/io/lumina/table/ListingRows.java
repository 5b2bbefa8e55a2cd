package io.lumina.table;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What a walk over the source directories finds: rows between the walker and the comparison. */
public final class ListingRows {
  /** {@link #FILE}, {@link #OTHER}, {@link #DIRECTORY} or {@link #PROBLEM}. */
  public static final String KIND = "kind";

  /** Path in the form of files.source_path. */
  public static final String SOURCE_PATH = FilesTable.SOURCE_PATH;

  /** Source directory under which it was found. */
  public static final String ROOT = FilesTable.ROOT;

  /** Path below the root. */
  public static final String RELATIVE_PATH = FilesTable.RELATIVE_PATH;

  /** Bytes; null for what is no file. */
  public static final String SIZE_BYTES = FilesTable.SIZE_BYTES;

  /** Modification time; null when unknown. */
  public static final String MODIFIED_AT = FilesTable.MODIFIED_AT;

  /** Role of a file; null for others. */
  public static final String ROLE = FilesTable.ROLE;

  /** Paths of the sidecars of a file, best first; empty for most. */
  public static final String SIDECARS = FilesTable.SIDECARS;

  /** Device and inode of a file that has several names. */
  public static final String FILE_KEY = FilesTable.FILE_KEY;

  /** How many names that file has. */
  public static final String LINK_COUNT = FilesTable.LINK_COUNT;

  /** Why a problem was not looked at. */
  public static final String REASON = "reason";

  /** The same for a person. */
  public static final String DETAIL = "detail";

  /** Real paths of folders on the way to a folder, to end loops of links. */
  public static final String ANCESTORS = "ancestors";

  /** A file that belongs to the catalog. */
  public static final String FILE = "file";

  /** A file whose extension is not listed. */
  public static final String OTHER = "other";

  /** A folder that is still to be listed. */
  public static final String DIRECTORY = "directory";

  /** Something that was not looked at, with its reason. */
  public static final String PROBLEM = "problem";

  public static final StructType SCHEMA =
      new StructType()
          .add(KIND, DataTypes.StringType)
          .add(SOURCE_PATH, DataTypes.StringType)
          .add(ROOT, DataTypes.StringType)
          .add(RELATIVE_PATH, DataTypes.StringType)
          .add(SIZE_BYTES, DataTypes.LongType)
          .add(MODIFIED_AT, DataTypes.TimestampType)
          .add(ROLE, DataTypes.StringType)
          .add(REASON, DataTypes.StringType)
          .add(DETAIL, DataTypes.StringType)
          .add(SIDECARS, DataTypes.createArrayType(DataTypes.StringType))
          .add(ANCESTORS, DataTypes.createArrayType(DataTypes.StringType))
          .add(FILE_KEY, DataTypes.StringType)
          .add(LINK_COUNT, DataTypes.IntegerType);

  private ListingRows() {}
}
