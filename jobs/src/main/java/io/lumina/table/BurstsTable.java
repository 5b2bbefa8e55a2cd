package io.lumina.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * At least three shots of one camera in quick succession. One row per frame (the primary image of
 * its shot, and its companions).
 */
public final class BurstsTable {
  /** The catalog that the row belongs to. */
  public static final String CATALOG_ID = "catalog_id";

  /** UUID that follows from the frames. */
  public static final String BURST_ID = "burst_id";

  /** Make, model and serial for a person to read. */
  public static final String CAMERA = "camera";

  /** Local time of the first frame. */
  public static final String STARTED_AT = "started_at";

  /** Local time of the last frame. */
  public static final String ENDED_AT = "ended_at";

  /** Frames, companions of a shot not counted. */
  public static final String FRAME_COUNT = "frame_count";

  /** A frame. */
  public static final String IMAGE_ID = "image_id";

  /** From 0, in time order; companions share their shot's. */
  public static final String POSITION = "position";

  /** The sharpest good frame. */
  public static final String IS_BEST = "is_best";

  public static final TableSpec SPEC =
      new TableSpec(
          "bursts",
          new StructType()
              .add(CATALOG_ID, DataTypes.StringType, false)
              .add(BURST_ID, DataTypes.StringType, true)
              .add(CAMERA, DataTypes.StringType, true)
              .add(STARTED_AT, DataTypes.TimestampNTZType, true)
              .add(ENDED_AT, DataTypes.TimestampNTZType, true)
              .add(FRAME_COUNT, DataTypes.IntegerType, true)
              .add(IMAGE_ID, DataTypes.StringType, false)
              .add(POSITION, DataTypes.IntegerType, true)
              .add(IS_BEST, DataTypes.BooleanType, true),
          List.of(CATALOG_ID),
          List.of(CATALOG_ID, IMAGE_ID));

  private BurstsTable() {}
}
