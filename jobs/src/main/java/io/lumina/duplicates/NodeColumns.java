package io.lumina.duplicates;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Columns that exist only between the steps of the search. */
final class NodeColumns {
  /** 64-bit name of a node: the hash where the hash is all that counts, else of the content. */
  static final String NODE = "node";

  /** The lowest node of the component that a node belongs to. */
  static final String COMPONENT = "component";

  /** Whether a component was made by near pairs; if not, by equal checksums. */
  static final String NEAR = "by_near_pairs";

  /** One end of a link. */
  static final String A = "node_a";

  /** The other end of a link; the same node where several contents share it. */
  static final String B = "node_b";

  /** The task that a block of records goes to. */
  static final String SHARD = "shard";

  /** Bits of the shard's prefix that a block's records do not have; 0 for its own. */
  static final String AWAY = "away";

  /** Packed longs. */
  static final String PACKED = "packed";

  /** What packed longs are. */
  static final String KIND = "row_kind";

  /** Pixels of the shorter side. */
  static final String SHORT_SIDE = "short_side";

  /** Whether a picture moves: it is known how long it runs. */
  static final String ANIMATED = "animated";

  /** {@link Facts}, packed. */
  static final String FACTS = "facts";

  /** {@link Moment} of capture, packed. */
  static final String MOMENT = "moment";

  static final StructType LINKS =
      new StructType().add(A, DataTypes.LongType, false).add(B, DataTypes.LongType, false);

  static final StructType COMPONENTS =
      new StructType()
          .add(NODE, DataTypes.LongType, false)
          .add(COMPONENT, DataTypes.LongType, false);

  static final StructType BLOCKS =
      new StructType()
          .add(SHARD, DataTypes.IntegerType, false)
          .add(AWAY, DataTypes.IntegerType, false)
          .add(PACKED, DataTypes.BinaryType, false);

  static final StructType FOUND =
      new StructType()
          .add(KIND, DataTypes.IntegerType, false)
          .add(PACKED, DataTypes.BinaryType, false);

  private NodeColumns() {}
}
