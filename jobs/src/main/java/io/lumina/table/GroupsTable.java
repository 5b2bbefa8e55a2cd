package io.lumina.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A primary and the members that were each verified against it. */
public final class GroupsTable {
  /** The catalog that the row belongs to. */
  public static final String CATALOG_ID = "catalog_id";

  /** UUID that follows from the primary's checksum and the algorithm version. */
  public static final String GROUP_ID = "group_id";

  /** "exact" when all members have one checksum, else "near". */
  public static final String KIND = "kind";

  /** The file to keep. */
  public static final String PRIMARY_IMAGE_ID = "primary_image_id";

  /** Difference hash of the primary, 16 hex digits; null without luma. */
  public static final String PRIMARY_HASH = "primary_hash";

  /** Bits, as configured. */
  public static final String SIMILARITY_THRESHOLD = "similarity_threshold";

  /** Files, the primary included. */
  public static final String MEMBER_COUNT = "member_count";

  /** Largest difference-hash distance between two members. */
  public static final String DIAMETER_BITS = "diameter_bits";

  /** Size of all members that may go. */
  public static final String RECLAIMABLE_BYTES = "reclaimable_bytes";

  /** The run that last changed the group. */
  public static final String RUN_ID = "run_id";

  public static final TableSpec SPEC =
      new TableSpec(
          "duplicate_groups",
          new StructType()
              .add(CATALOG_ID, DataTypes.StringType, false)
              .add(GROUP_ID, DataTypes.StringType, false)
              .add(KIND, DataTypes.StringType, true)
              .add(PRIMARY_IMAGE_ID, DataTypes.StringType, true)
              .add(PRIMARY_HASH, DataTypes.StringType, true)
              .add(SIMILARITY_THRESHOLD, DataTypes.IntegerType, true)
              .add(MEMBER_COUNT, DataTypes.IntegerType, true)
              .add(DIAMETER_BITS, DataTypes.IntegerType, true)
              .add(RECLAIMABLE_BYTES, DataTypes.LongType, true)
              .add(RUN_ID, DataTypes.StringType, true),
          List.of(CATALOG_ID),
          List.of(CATALOG_ID, GROUP_ID));

  private GroupsTable() {}
}
