package io.lumina.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One row per path that a catalog has ever seen. A scan writes it; analyze fills in the checksum.
 */
public final class FilesTable {
  /** The catalog that the row belongs to. */
  public static final String CATALOG_ID = "catalog_id";

  /** UUID of the picture at the path, which follows its content (decision 070). */
  public static final String FILE_ID = "file_id";

  /** Plain path for local files, the URI for others. */
  public static final String SOURCE_PATH = "source_path";

  /** The source directory under which the file was found, in the form of source_path. */
  public static final String ROOT = "root";

  /** Path below the root, with forward slashes. */
  public static final String RELATIVE_PATH = "relative_path";

  /** Size at the last listing. */
  public static final String SIZE_BYTES = "size_bytes";

  /** Modification time at the last listing; null from an object store that has none. */
  public static final String MODIFIED_AT = "modified_at";

  /** "media", or "sidecar" for a file that describes another. */
  public static final String ROLE = "role";

  /** "present", "missing" or "trashed". */
  public static final String STATE = "state";

  /** source_path of each sidecar of a media file, best first; empty for most. */
  public static final String SIDECARS = "sidecars";

  /** Checksum of the content as last read, 64 hex digits; null until analyze has read it. */
  public static final String SHA256 = "sha256";

  /**
   * Oddities of the path or of reading it, such as name_not_utf8, extension_mismatch or
   * read_failed.
   */
  public static final String ISSUES = "issues";

  /** The run that found the file. */
  public static final String FIRST_SEEN_RUN = "first_seen_run";

  /** The last run that found the file new, changed, moved, vanished or back. */
  public static final String LAST_SEEN_RUN = "last_seen_run";

  /**
   * What lay at the path when ids were given last: {@link #PRESENT}, {@link #MISSING} or {@link
   * #ABSENT}; null when the id belongs to the content as it is.
   */
  public static final String WAS_STATE = "was_state";

  /** The content that the id stands for while {@link #WAS_STATE} is set; null when nobody knows. */
  public static final String WAS_SHA256 = "was_sha256";

  /** Device and inode of a file that has several names, which are all of its paths; else null. */
  public static final String FILE_KEY = "file_key";

  /** How many names that file had when the table was written last, wherever they lie; else null. */
  public static final String LINK_COUNT = "link_count";

  /** Value of {@link #ROLE}: a picture, clip or recording. */
  public static final String MEDIA = "media";

  /** Value of {@link #ROLE}: XMP or JSON beside a picture. */
  public static final String SIDECAR = "sidecar";

  /** Value of {@link #STATE}. */
  public static final String PRESENT = "present";

  /** Value of {@link #STATE}. */
  public static final String MISSING = "missing";

  /** Value of {@link #STATE}: a plan put the file into the trash of its source directory. */
  public static final String TRASHED = "trashed";

  /** Value of {@link #WAS_STATE}: the catalog did not know the path. */
  public static final String ABSENT = "absent";

  public static final TableSpec SPEC =
      new TableSpec(
          "files",
          new StructType()
              .add(CATALOG_ID, DataTypes.StringType, false)
              .add(FILE_ID, DataTypes.StringType, true)
              .add(SOURCE_PATH, DataTypes.StringType, false)
              .add(ROOT, DataTypes.StringType, true)
              .add(RELATIVE_PATH, DataTypes.StringType, true)
              .add(SIZE_BYTES, DataTypes.LongType, true)
              .add(MODIFIED_AT, DataTypes.TimestampType, true)
              .add(ROLE, DataTypes.StringType, true)
              .add(STATE, DataTypes.StringType, true)
              .add(SIDECARS, DataTypes.createArrayType(DataTypes.StringType), true)
              .add(SHA256, DataTypes.StringType, true)
              .add(ISSUES, AssetsTable.ISSUE_LIST, true)
              .add(FIRST_SEEN_RUN, DataTypes.StringType, true)
              .add(LAST_SEEN_RUN, DataTypes.StringType, true)
              .add(WAS_STATE, DataTypes.StringType, true)
              .add(WAS_SHA256, DataTypes.StringType, true)
              .add(FILE_KEY, DataTypes.StringType, true)
              .add(LINK_COUNT, DataTypes.IntegerType, true),
          List.of(CATALOG_ID),
          List.of(CATALOG_ID, SOURCE_PATH));

  private FilesTable() {}
}
