package io.lumina.duplicates.search.plan;

import io.lumina.duplicates.links.LinkColumns;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Columns that exist only between the steps of the search. */
public final class NodeColumns {
  /** Whether a component was made by near pairs; if not, by equal checksums. */
  public static final String NEAR = "by_near_pairs";

  /** The task that a block of records goes to. */
  public static final String SHARD = "shard";

  /** Bits of the shard's prefix that a block's records do not have; 0 for its own. */
  static final String AWAY = "away";

  /** What packed longs are. */
  public static final String KIND = "row_kind";

  public static final StructType BLOCKS =
      new StructType()
          .add(SHARD, DataTypes.IntegerType, false)
          .add(AWAY, DataTypes.IntegerType, false)
          .add(LinkColumns.PACKED, DataTypes.BinaryType, false);

  public static final StructType FOUND =
      new StructType()
          .add(KIND, DataTypes.IntegerType, false)
          .add(LinkColumns.PACKED, DataTypes.BinaryType, false);

  private NodeColumns() {}
}
