package io.lumina.duplicates.group;

import io.lumina.duplicates.search.plan.NodeColumns;
import io.lumina.table.EdgesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.VariantsTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What leaves the grouping of a component: groups, members, edges and variants as rows of one
 * shape.
 */
public final class GroupedColumns {
  /** Values of {@link NodeColumns#KIND}. */
  static final int GROUP = 0;

  static final int MEMBER = 1;
  static final int EDGE = 2;

  /** A component of near pairs: {@link GroupsTable#MEMBER_COUNT} holds its contents. */
  static final int COMPONENT = 3;

  /** A row of {@link VariantsTable}. */
  static final int VARIANT = 4;

  /** Whether the group alone would let a member go. */
  static final String MAY_GO = "may_go";

  /** Bytes that a member frees when it goes with all others that may go. */
  static final String FREED_BYTES = "freed_bytes";

  /** Files of the shot that a file is a part of. */
  public static final String SHOT_FILES = "shot_files";

  public static final StructType SCHEMA =
      new StructType()
          .add(NodeColumns.KIND, DataTypes.IntegerType, false)
          .add(GroupsTable.CATALOG_ID, DataTypes.StringType)
          .add(GroupsTable.GROUP_ID, DataTypes.StringType)
          .add(GroupsTable.KIND, DataTypes.StringType)
          .add(GroupsTable.PRIMARY_IMAGE_ID, DataTypes.StringType)
          .add(GroupsTable.PRIMARY_HASH, DataTypes.StringType)
          .add(GroupsTable.MEMBER_COUNT, DataTypes.IntegerType)
          .add(GroupsTable.DIAMETER_BITS, DataTypes.IntegerType)
          .add(GroupsTable.RECLAIMABLE_BYTES, DataTypes.LongType)
          .add(MembersTable.IMAGE_ID, DataTypes.StringType)
          .add(MembersTable.SHA256, DataTypes.StringType)
          .add(MembersTable.RELATION, DataTypes.StringType)
          .add(MembersTable.DISTANCE, DataTypes.IntegerType)
          .add(MembersTable.SIMILARITY, DataTypes.DoubleType)
          .add(MembersTable.EXPLANATION, DataTypes.StringType)
          .add(FREED_BYTES, DataTypes.LongType)
          .add(MAY_GO, DataTypes.BooleanType)
          .add(ShotsTable.SHOT_ID, DataTypes.StringType)
          .add(SHOT_FILES, DataTypes.IntegerType)
          .add(EdgesTable.SHA_A, DataTypes.StringType)
          .add(EdgesTable.SHA_B, DataTypes.StringType)
          .add(EdgesTable.PDQ_DISTANCE, DataTypes.IntegerType)
          .add(VariantsTable.VARIANT_IMAGE_ID, DataTypes.StringType);

  private GroupedColumns() {}

  /** A row with nulls where nothing was put. */
  static final class Builder {
    private final Object[] values = new Object[SCHEMA.size()];

    Builder(int kind, String catalogId) {
      put(NodeColumns.KIND, kind);
      put(GroupsTable.CATALOG_ID, catalogId);
    }

    Builder put(String column, Object value) {
      values[SCHEMA.fieldIndex(column)] = value;
      return this;
    }

    Row row() {
      return RowFactory.create(values);
    }
  }
}
