package io.lumina.duplicates.links;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Columns of nodes, of the links between them, and of the components that these make. */
public final class LinkColumns {
  /** 64-bit name of a node: the hash where the hash is all that counts, else of the content. */
  public static final String NODE = "node";

  /** The lowest node of the component that a node belongs to. */
  public static final String COMPONENT = "component";

  /** One end of a link. */
  public static final String A = "node_a";

  /** The other end of a link; the same node where several contents share it. */
  public static final String B = "node_b";

  /** Packed longs. */
  public static final String PACKED = "packed";

  public static final StructType LINKS =
      new StructType().add(A, DataTypes.LongType, false).add(B, DataTypes.LongType, false);

  static final StructType COMPONENTS =
      new StructType()
          .add(NODE, DataTypes.LongType, false)
          .add(COMPONENT, DataTypes.LongType, false);

  private LinkColumns() {}
}
