package io.lumina.duplicates;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.BurstsTable;
import io.lumina.table.EdgesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/**
 * The duplicates of a catalog. Holds what was computed until closed; run ids are left to the job.
 */
public final class DuplicateGroups implements AutoCloseable {
  private static final String SHOT_HOLDS = "shot_holds";

  private final NearSearch search;
  private final Dataset<Row> grouped;
  private final int threshold;

  private DuplicateGroups(NearSearch search, Dataset<Row> grouped, int threshold) {
    this.search = search;
    this.grouped = grouped;
    this.threshold = threshold;
  }

  /**
   * Finds the duplicates of one catalog.
   *
   * @param images rows of {@link ImagesView} of one catalog
   * @param shots rows of {@link ShotsTable}
   * @param bursts rows of {@link BurstsTable}
   * @param decisions rows of kind and checksums, see {@link Decisions}
   */
  public static DuplicateGroups of(
      Dataset<Row> images,
      Dataset<Row> shots,
      Dataset<Row> bursts,
      Dataset<Row> decisions,
      DuplicatesConfig config) {
    AcceptRule rule = AcceptRule.of(config);
    Decisions decided = Decisions.read(decisions);
    PickRanking<?> ranking = new CatalogRanking(config.preferredRoots(), decided.kept());
    Dataset<Row> contents = Contents.of(images, bursts, config).select(columns(ranking));
    Dataset<Row> comparable = Contents.comparable(contents, rule);
    NearSearch search = NearSearch.run(comparable, rule, config.shards());
    Dataset<Row> files =
        search
            .labelled(comparable)
            .withColumn(NodeColumns.NEAR, lit(true))
            .unionByName(repeated(Contents.others(contents, rule)));
    Dataset<Row> rows =
        withShotAndBurst(files, shots, bursts)
            .unionByName(search.labelledLinks().withColumn(NodeColumns.NEAR, lit(true)), true);
    Dataset<Row> grouped =
        rows.repartition(col(NodeColumns.NEAR), col(NodeColumns.COMPONENT))
            .sortWithinPartitions(NodeColumns.NEAR, NodeColumns.COMPONENT)
            .mapPartitions(
                new GroupPartition<>(ranking, rule, search.summary().passes(), decided),
                Encoders.row(GroupedColumns.SCHEMA))
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new DuplicateGroups(search, grouped, config.threshold());
  }

  /** Verified pairs, enough to span the components; without run id. */
  public Dataset<Row> edges() {
    return of(GroupedColumns.EDGE)
        .select(
            col(EdgesTable.CATALOG_ID),
            col(EdgesTable.SHA_A),
            col(EdgesTable.SHA_B),
            col(EdgesTable.DISTANCE),
            col(EdgesTable.PDQ_DISTANCE));
  }

  /** One row a group; without run id. */
  public Dataset<Row> groups() {
    Dataset<Row> sizes =
        heldMembers()
            .groupBy(col(MembersTable.GROUP_ID))
            .agg(
                coalesce(sum(when(mayGo(), col(ImagesView.SIZE_BYTES))), lit(0L))
                    .as(GroupsTable.RECLAIMABLE_BYTES));
    return of(GroupedColumns.GROUP)
        .join(sizes, GroupsTable.GROUP_ID)
        .select(
            col(GroupsTable.CATALOG_ID),
            col(GroupsTable.GROUP_ID),
            col(GroupsTable.KIND),
            col(GroupsTable.PRIMARY_IMAGE_ID),
            col(GroupsTable.PRIMARY_HASH),
            lit(threshold).as(GroupsTable.SIMILARITY_THRESHOLD),
            col(GroupsTable.MEMBER_COUNT),
            col(GroupsTable.DIAMETER_BITS),
            col(GroupsTable.RECLAIMABLE_BYTES));
  }

  /** One row a file of a group. */
  public Dataset<Row> members() {
    return heldMembers()
        .select(
            col(MembersTable.CATALOG_ID),
            col(MembersTable.GROUP_ID),
            col(MembersTable.IMAGE_ID),
            col(MembersTable.SHA256),
            col(MembersTable.RELATION),
            col(MembersTable.DISTANCE),
            col(MembersTable.SIMILARITY),
            when(
                    col(GroupedColumns.MAY_GO).and(col(SHOT_HOLDS)),
                    concat(
                        col(MembersTable.EXPLANATION),
                        lit(" Stays: its shot is not duplicated as a whole.")))
                .otherwise(col(MembersTable.EXPLANATION))
                .as(MembersTable.EXPLANATION));
  }

  /** Files of groups that may be offered for removal. */
  public Dataset<Row> removable() {
    return heldMembers().filter(mayGo()).select(MembersTable.GROUP_ID, MembersTable.IMAGE_ID);
  }

  /** What the search did. */
  SearchSummary summary() {
    return search.summary();
  }

  /** Components of two contents and more, and the contents of the largest. */
  Row components() {
    return of(GroupedColumns.COMPONENT)
        .agg(
            count(lit(1)), coalesce(max(GroupsTable.MEMBER_COUNT), lit(0)).cast(DataTypes.LongType))
        .first();
  }

  @Override
  public void close() {
    grouped.unpersist();
    search.close();
  }

  private Dataset<Row> of(int kind) {
    return grouped.filter(col(NodeColumns.KIND).equalTo(kind));
  }

  private static Column mayGo() {
    return col(GroupedColumns.MAY_GO).and(col(SHOT_HOLDS).equalTo(lit(false)));
  }

  /** Members, with whether their shot must stay because not all of its files may go. */
  private Dataset<Row> heldMembers() {
    Dataset<Row> members = of(GroupedColumns.MEMBER);
    Dataset<Row> wholeShots =
        members
            .filter(col(GroupedColumns.MAY_GO).and(col(ShotsTable.SHOT_ID).isNotNull()))
            .groupBy(col(ShotsTable.SHOT_ID))
            .agg(
                count(lit(1)).as(SHOT_HOLDS),
                max(GroupedColumns.SHOT_FILES).as(GroupedColumns.SHOT_FILES))
            .filter(col(SHOT_HOLDS).geq(col(GroupedColumns.SHOT_FILES)))
            .select(col(ShotsTable.SHOT_ID), lit(false).as(SHOT_HOLDS));
    return members
        .join(wholeShots, new String[] {ShotsTable.SHOT_ID}, "left")
        .withColumn(SHOT_HOLDS, coalesce(col(SHOT_HOLDS), col(ShotsTable.SHOT_ID).isNotNull()));
  }

  /** Files whose checksum another file has, each checksum a component. */
  private static Dataset<Row> repeated(Dataset<Row> others) {
    Dataset<Row> twice =
        others
            .groupBy(ImagesView.SHA256)
            .agg(count(lit(1)).as(NodeColumns.COMPONENT))
            .filter(col(NodeColumns.COMPONENT).gt(1))
            .select(ImagesView.SHA256);
    return others
        .join(twice, ImagesView.SHA256)
        .withColumn(NodeColumns.COMPONENT, col(NodeColumns.NODE))
        .withColumn(NodeColumns.NEAR, lit(false));
  }

  private static Dataset<Row> withShotAndBurst(
      Dataset<Row> files, Dataset<Row> shots, Dataset<Row> bursts) {
    Dataset<Row> sizes =
        shots
            .groupBy(ShotsTable.SHOT_ID)
            .agg(count(lit(1)).cast(DataTypes.IntegerType).as(GroupedColumns.SHOT_FILES));
    Dataset<Row> shotFiles =
        shots.select(ShotsTable.IMAGE_ID, ShotsTable.SHOT_ID).join(sizes, ShotsTable.SHOT_ID);
    return files
        .join(shotFiles, new String[] {ShotsTable.IMAGE_ID}, "left")
        .join(
            bursts.select(BurstsTable.IMAGE_ID, BurstsTable.BURST_ID),
            new String[] {BurstsTable.IMAGE_ID},
            "left");
  }

  private static Column[] columns(PickRanking<?> ranking) {
    Set<String> names =
        new LinkedHashSet<>(
            List.of(
                ImagesView.CATALOG_ID,
                ImagesView.IMAGE_ID,
                ImagesView.SHA256,
                ImagesView.SIZE_BYTES,
                ImagesView.FILE_TYPE,
                ImagesView.DHASH,
                ImagesView.AHASH,
                ImagesView.WHASH,
                ImagesView.PDQ,
                ImagesView.PDQ_QUALITY,
                ImagesView.ALGO_VERSION,
                NodeColumns.LONG_SIDE,
                NodeColumns.SHORT_SIDE));
    names.addAll(ranking.columns());
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }
}
