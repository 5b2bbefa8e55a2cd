package io.lumina.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Verified near-duplicate pairs of distinct contents: enough of them to span each component. */
public final class EdgesTable {
  /** The catalog that the row belongs to. */
  public static final String CATALOG_ID = "catalog_id";

  /** The lower checksum. */
  public static final String SHA_A = "sha_a";

  /** The higher checksum. */
  public static final String SHA_B = "sha_b";

  /** Bits of difference of the difference hashes. */
  public static final String DISTANCE = "distance";

  /** Bits of difference of the PDQ hashes. */
  public static final String PDQ_DISTANCE = "pdq_distance";

  /** The run that verified the pair. */
  public static final String RUN_ID = "run_id";

  public static final TableSpec SPEC =
      new TableSpec(
          "edges",
          new StructType()
              .add(CATALOG_ID, DataTypes.StringType, false)
              .add(SHA_A, DataTypes.StringType, false)
              .add(SHA_B, DataTypes.StringType, false)
              .add(DISTANCE, DataTypes.IntegerType, true)
              .add(PDQ_DISTANCE, DataTypes.IntegerType, true)
              .add(RUN_ID, DataTypes.StringType, true),
          List.of(CATALOG_ID),
          List.of(CATALOG_ID, SHA_A, SHA_B));

  private EdgesTable() {}
}
