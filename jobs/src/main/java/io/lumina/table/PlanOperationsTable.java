package io.lumina.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What plans would do or did with single files: one row for each operation. */
public final class PlanOperationsTable {
  /** The catalog that the row belongs to. */
  public static final String CATALOG_ID = "catalog_id";

  /** UUID of the plan. */
  public static final String PLAN_ID = "plan_id";

  /** Place within the plan, from 0 without gaps; operations of one unit follow each other. */
  public static final String NUMBER = "number";

  /** Files that go together or not at all have one. */
  public static final String UNIT = "unit";

  /** copy, move, trash or restore. */
  public static final String KIND = "kind";

  /** Where the file lay when it was planned. */
  public static final String SOURCE_PATH = "source_path";

  /** Where it goes. */
  public static final String TARGET_PATH = "target_path";

  /** The image; null for a sidecar. */
  public static final String IMAGE_ID = "image_id";

  /** Checksum of the content, 64 hex digits. */
  public static final String SHA256 = "sha256";

  /** Size when it was planned. */
  public static final String SIZE_BYTES = "size_bytes";

  /** Modification time when it was planned. */
  public static final String MODIFIED_AT = "modified_at";

  /** One sentence for a person. */
  public static final String REASON = "reason";

  /** The file that is kept in the place of this one; null where none goes for another. */
  public static final String KEPT_PATH = "kept_path";

  /** Another file that has to be there before this one goes, such as a sidecar; null for most. */
  public static final String NEEDS_PATH = "needs_path";

  /** Checksum of that file. */
  public static final String NEEDS_SHA256 = "needs_sha256";

  /** Size of the kept file when it was planned. */
  public static final String KEPT_SIZE = "kept_size";

  /** Modification time of the kept file when it was planned. */
  public static final String KEPT_MODIFIED = "kept_modified_at";

  /** What speaks against it; null for most. Such an operation is not carried out. */
  public static final String CONFLICT = "conflict";

  /** planned, done, skipped, failed or undone. */
  public static final String STATE = "state";

  /** Why it was skipped or failed; else null. */
  public static final String FAILURE = "failure";

  /** The state that the tables of the catalog were last brought to; null for none. */
  public static final String FOLLOWED = "followed";

  /** Value of {@link #STATE}. */
  public static final String PLANNED = "planned";

  /** Value of {@link #STATE}. */
  public static final String DONE = "done";

  /** Value of {@link #STATE}. */
  public static final String UNDONE = "undone";

  public static final TableSpec SPEC =
      new TableSpec(
          "plan_operations",
          new StructType()
              .add(CATALOG_ID, DataTypes.StringType, false)
              .add(PLAN_ID, DataTypes.StringType, false)
              .add(NUMBER, DataTypes.LongType, false)
              .add(UNIT, DataTypes.StringType, true)
              .add(KIND, DataTypes.StringType, true)
              .add(SOURCE_PATH, DataTypes.StringType, true)
              .add(TARGET_PATH, DataTypes.StringType, true)
              .add(IMAGE_ID, DataTypes.StringType, true)
              .add(SHA256, DataTypes.StringType, true)
              .add(SIZE_BYTES, DataTypes.LongType, true)
              .add(MODIFIED_AT, DataTypes.TimestampType, true)
              .add(REASON, DataTypes.StringType, true)
              .add(KEPT_PATH, DataTypes.StringType, true)
              .add(NEEDS_PATH, DataTypes.StringType, true)
              .add(NEEDS_SHA256, DataTypes.StringType, true)
              .add(KEPT_SIZE, DataTypes.LongType, true)
              .add(KEPT_MODIFIED, DataTypes.TimestampType, true)
              .add(CONFLICT, DataTypes.StringType, true)
              .add(STATE, DataTypes.StringType, true)
              .add(FAILURE, DataTypes.StringType, true)
              .add(FOLLOWED, DataTypes.StringType, true),
          List.of(CATALOG_ID),
          List.of(CATALOG_ID, PLAN_ID, NUMBER));

  private PlanOperationsTable() {}
}
