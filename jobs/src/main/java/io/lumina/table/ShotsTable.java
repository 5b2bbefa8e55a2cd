package io.lumina.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Files of one press of the shutter: RAW+JPEG, HEIC+JPEG, Live Photo. One row per member of a shot
 * of two or more.
 */
public final class ShotsTable {
  /** The catalog that the row belongs to. */
  public static final String CATALOG_ID = "catalog_id";

  /** UUID that follows from the members. */
  public static final String SHOT_ID = "shot_id";

  /** raw_jpeg, heic_jpeg, live_photo, … */
  public static final String KIND = "kind";

  /** A member. */
  public static final String IMAGE_ID = "image_id";

  /** The member that stands for the shot. */
  public static final String IS_PRIMARY = "is_primary";

  public static final TableSpec SPEC =
      new TableSpec(
          "shots",
          new StructType()
              .add(CATALOG_ID, DataTypes.StringType, false)
              .add(SHOT_ID, DataTypes.StringType, true)
              .add(KIND, DataTypes.StringType, true)
              .add(IMAGE_ID, DataTypes.StringType, false)
              .add(IS_PRIMARY, DataTypes.BooleanType, true),
          List.of(CATALOG_ID),
          List.of(CATALOG_ID, IMAGE_ID));

  private ShotsTable() {}
}
