package io.lumina.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** One row per file of a duplicate group. */
public final class MembersTable {
  /** The catalog that the row belongs to. */
  public static final String CATALOG_ID = "catalog_id";

  /** The group. */
  public static final String GROUP_ID = "group_id";

  /** The file; in one group at most. */
  public static final String IMAGE_ID = "image_id";

  /** Its checksum. */
  public static final String SHA256 = "sha256";

  /** "primary", "exact" (same checksum as the primary) or "near". */
  public static final String RELATION = "relation";

  /** Difference-hash bits to the primary; 0 for exact. */
  public static final String DISTANCE = "distance";

  /** 0-100. */
  public static final String SIMILARITY = "similarity";

  /** One sentence: why this is the pick, or why this belongs to it. */
  public static final String EXPLANATION = "explanation";

  public static final TableSpec SPEC =
      new TableSpec(
          "duplicate_members",
          new StructType()
              .add(CATALOG_ID, DataTypes.StringType, false)
              .add(GROUP_ID, DataTypes.StringType, true)
              .add(IMAGE_ID, DataTypes.StringType, false)
              .add(SHA256, DataTypes.StringType, true)
              .add(RELATION, DataTypes.StringType, true)
              .add(DISTANCE, DataTypes.IntegerType, true)
              .add(SIMILARITY, DataTypes.DoubleType, true)
              .add(EXPLANATION, DataTypes.StringType, true),
          List.of(CATALOG_ID),
          List.of(CATALOG_ID, IMAGE_ID));

  private MembersTable() {}
}
