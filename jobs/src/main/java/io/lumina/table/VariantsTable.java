package io.lumina.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Pairs of files that show one picture, changed on purpose: listed beside each other, never in one
 * group, never offered for removal. A group is spoken of by its primary.
 */
public final class VariantsTable {
  /** The catalog that the row belongs to. */
  public static final String CATALOG_ID = "catalog_id";

  /** The picture. */
  public static final String IMAGE_ID = "image_id";

  /** What shows the same, changed; never in the group of the picture. */
  public static final String VARIANT_IMAGE_ID = "variant_image_id";

  /** "captioned", "turned" or "framed". */
  public static final String KIND = "kind";

  /** Bits of difference of that which tells: strips of captioned pictures, else PDQ. */
  public static final String DISTANCE = "distance";

  /** One sentence: how the two differ. */
  public static final String EXPLANATION = "explanation";

  /** The run that found the pair, or last changed what is said of it. */
  public static final String RUN_ID = "run_id";

  public static final TableSpec SPEC =
      new TableSpec(
          "variants",
          new StructType()
              .add(CATALOG_ID, DataTypes.StringType, false)
              .add(IMAGE_ID, DataTypes.StringType, false)
              .add(VARIANT_IMAGE_ID, DataTypes.StringType, false)
              .add(KIND, DataTypes.StringType, true)
              .add(DISTANCE, DataTypes.IntegerType, true)
              .add(EXPLANATION, DataTypes.StringType, true)
              .add(RUN_ID, DataTypes.StringType, true),
          List.of(CATALOG_ID),
          List.of(CATALOG_ID, IMAGE_ID, VARIANT_IMAGE_ID));

  private VariantsTable() {}
}
