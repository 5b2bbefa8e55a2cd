package io.lumina.duplicates.group;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.lumina.duplicates.search.plan.NodeColumns;
import io.lumina.table.EdgesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import io.lumina.table.VariantsTable;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The tables that grouping fills, without run ids. Here shots are held together across groups: a
 * file of a shot may go only if all of its shot may.
 */
public final class GroupTables {
  private static final String SHOT_HOLDS = "shot_holds";
  private static final String HELD_BYTES = "held_bytes";

  private final Dataset<Row> grouped;
  private final int threshold;
  private final Row facts;

  /**
   * Looks at what was grouped once.
   *
   * @param grouped rows of {@link GroupedColumns#SCHEMA}, persisted
   * @param threshold bits, as configured
   */
  public GroupTables(Dataset<Row> grouped, int threshold) {
    this.grouped = grouped;
    this.threshold = threshold;
    Column component = col(NodeColumns.KIND).equalTo(GroupedColumns.COMPONENT);
    this.facts =
        grouped
            .agg(
                count(when(component, 1)),
                coalesce(max(when(component, col(GroupsTable.MEMBER_COUNT))), lit(0))
                    .cast(DataTypes.LongType),
                count(col(ShotsTable.SHOT_ID)))
            .first();
  }

  public long components() {
    return facts.getLong(0);
  }

  public long largestComponent() {
    return facts.getLong(1);
  }

  public Dataset<Row> edges() {
    return of(GroupedColumns.EDGE).select(columns(EdgesTable.SPEC));
  }

  /** Group, image, checksum and relation of each member. */
  public Dataset<Row> memberships() {
    return of(GroupedColumns.MEMBER)
        .select(
            MembersTable.GROUP_ID,
            MembersTable.IMAGE_ID,
            MembersTable.SHA256,
            MembersTable.RELATION);
  }

  /** Pairs of other captions: {@link VariantsTable}. */
  public Dataset<Row> captioned() {
    return of(GroupedColumns.VARIANT).select(columns(VariantsTable.SPEC));
  }

  public Dataset<Row> groups() {
    Dataset<Row> groups =
        of(GroupedColumns.GROUP).withColumn(GroupsTable.SIMILARITY_THRESHOLD, lit(threshold));
    if (!shotsTakePart()) {
      return groups.select(columns(GroupsTable.SPEC));
    }
    Dataset<Row> held =
        membersWithShots()
            .filter(col(GroupedColumns.MAY_GO).and(col(SHOT_HOLDS)))
            .groupBy(col(MembersTable.GROUP_ID))
            .agg(sum(GroupedColumns.FREED_BYTES).as(HELD_BYTES));
    return groups
        .join(held, new String[] {GroupsTable.GROUP_ID}, "left")
        .withColumn(
            GroupsTable.RECLAIMABLE_BYTES,
            col(GroupsTable.RECLAIMABLE_BYTES).minus(coalesce(col(HELD_BYTES), lit(0L))))
        .select(columns(GroupsTable.SPEC));
  }

  public Dataset<Row> members() {
    Column held = col(GroupedColumns.MAY_GO).and(col(SHOT_HOLDS));
    Column explanation = col(MembersTable.EXPLANATION);
    return membersWithShots()
        .withColumn(
            MembersTable.EXPLANATION,
            when(held, concat(explanation, lit(" Stays: its shot is not duplicated as a whole.")))
                .otherwise(explanation))
        .select(columns(MembersTable.SPEC));
  }

  public Dataset<Row> removable() {
    return membersWithShots()
        .filter(col(GroupedColumns.MAY_GO).and(col(SHOT_HOLDS).equalTo(lit(false))))
        .select(MembersTable.GROUP_ID, MembersTable.IMAGE_ID);
  }

  /** Members, with whether their shot must stay because not all of its files may go. */
  private Dataset<Row> membersWithShots() {
    Dataset<Row> members = of(GroupedColumns.MEMBER);
    if (!shotsTakePart()) {
      return members.withColumn(SHOT_HOLDS, lit(false));
    }
    Dataset<Row> whole =
        members
            .filter(col(GroupedColumns.MAY_GO).and(col(ShotsTable.SHOT_ID).isNotNull()))
            .groupBy(col(ShotsTable.SHOT_ID))
            .agg(
                count(lit(1)).as(SHOT_HOLDS),
                max(GroupedColumns.SHOT_FILES).as(GroupedColumns.SHOT_FILES))
            .filter(col(SHOT_HOLDS).geq(col(GroupedColumns.SHOT_FILES)))
            .select(col(ShotsTable.SHOT_ID), lit(false).as(SHOT_HOLDS));
    return members
        .join(whole, new String[] {ShotsTable.SHOT_ID}, "left")
        .withColumn(SHOT_HOLDS, coalesce(col(SHOT_HOLDS), col(ShotsTable.SHOT_ID).isNotNull()));
  }

  private boolean shotsTakePart() {
    return facts.getLong(2) > 0;
  }

  private Dataset<Row> of(int kind) {
    return grouped.filter(col(NodeColumns.KIND).equalTo(kind));
  }

  private static Column[] columns(TableSpec table) {
    return Arrays.stream(table.schema().fieldNames())
        .filter(name -> !name.equals(GroupsTable.RUN_ID))
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }
}
