package io.lumina.duplicates;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.lumina.duplicates.group.CatalogRanking;
import io.lumina.duplicates.group.Decided;
import io.lumina.duplicates.group.GroupPartition;
import io.lumina.duplicates.group.GroupTables;
import io.lumina.duplicates.group.GroupedColumns;
import io.lumina.duplicates.group.PickRanking;
import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.RuleColumns;
import io.lumina.duplicates.search.Compare;
import io.lumina.duplicates.search.Compared;
import io.lumina.duplicates.search.NearSearch;
import io.lumina.duplicates.search.SearchSummary;
import io.lumina.duplicates.search.plan.NodeColumns;
import io.lumina.duplicates.variant.Barriers;
import io.lumina.duplicates.variant.Variants;
import io.lumina.table.BurstsTable;
import io.lumina.table.ComparedTable;
import io.lumina.table.DecisionRows;
import io.lumina.table.ImagesView;
import io.lumina.table.ShotsTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
  /** Files with a component up to here are sent to every executor. */
  private static final long BROADCAST_LABELS = 500_000;

  private static final Column[] LABELS = {
    col(ImagesView.IMAGE_ID), col(NodeColumns.NEAR), col(LinkColumns.NODE)
  };

  private final NearSearch search;
  private final Dataset<Row> labels;
  private final Dataset<Row> grouped;
  private final Dataset<Row> compared;
  private final GroupTables tables;
  private final Variants variants;

  private DuplicateGroups(
      NearSearch search,
      Dataset<Row> labels,
      Dataset<Row> grouped,
      Dataset<Row> compared,
      GroupTables tables,
      Variants variants) {
    this.search = search;
    this.labels = labels;
    this.grouped = grouped;
    this.compared = compared;
    this.tables = tables;
    this.variants = variants;
  }

  /**
   * Finds the duplicates of one catalog.
   *
   * @param images rows of {@link ImagesView} of one catalog
   * @param shots rows of {@link ShotsTable}
   * @param bursts rows of {@link BurstsTable}
   * @param decisions rows of {@link DecisionRows}
   * @param before what an earlier run compared; the answer is the same without it
   */
  public static DuplicateGroups of(
      Dataset<Row> images,
      Dataset<Row> shots,
      Dataset<Row> bursts,
      Dataset<Row> decisions,
      DuplicatesConfig config,
      Optional<Compared> before) {
    AcceptRule rule = config.rule();
    Decided decided = Decided.of(decisions.collectAsList());
    PickRanking<?> ranking = new CatalogRanking(config.preferredRoots());
    Dataset<Row> nodes = Contents.nodes(Contents.of(images, bursts, config), rule);
    Dataset<Row> comparable =
        Contents.withToken(Contents.withFacts(nodes.filter(col(NodeColumns.NEAR))), rule);
    NearSearch search =
        NearSearch.run(
            comparable,
            rule,
            config.search(),
            config.components(),
            config.shards(),
            config.compare() == Compare.ALL ? Compared.nothing() : before);
    Dataset<Row> labels =
        search
            .labelled(nodes.filter(col(NodeColumns.NEAR)).select(LABELS))
            .unionByName(repeated(nodes.filter(not(col(NodeColumns.NEAR))).select(LABELS)))
            .persist(StorageLevel.MEMORY_AND_DISK());
    // The rest of a row is read only now, and only of files that have company.
    Dataset<Row> files =
        Contents.measured(
            images.join(
                labels.count() <= BROADCAST_LABELS ? broadcast(labels) : labels,
                ImagesView.IMAGE_ID));
    Dataset<Row> rows =
        withShotAndBurst(files.select(columns(ranking, rule)), shots, bursts)
            .unionByName(search.labelledLinks().withColumn(NodeColumns.NEAR, lit(true)), true);
    Dataset<Row> grouped =
        rows.repartition(col(NodeColumns.NEAR), col(LinkColumns.COMPONENT))
            .sortWithinPartitions(NodeColumns.NEAR, LinkColumns.COMPONENT)
            .mapPartitions(
                new GroupPartition<>(ranking, rule, search.summary().passes(), decided),
                Encoders.row(GroupedColumns.SCHEMA))
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> compared = comparable.select(ImagesView.CATALOG_ID, ComparedTable.TOKEN);
    GroupTables tables = new GroupTables(grouped, config.bits());
    Variants variants =
        Variants.of(comparable, rule, tables, new Barriers(shots, bursts, decisions));
    return new DuplicateGroups(search, labels, grouped, compared, tables, variants);
  }

  /** Verified pairs, enough to span the components: {@code edges} without run id. */
  public Dataset<Row> edges() {
    return tables.edges();
  }

  /** {@code duplicate_groups} without run id. */
  public Dataset<Row> groups() {
    return tables.groups();
  }

  /** {@code duplicate_members}. */
  public Dataset<Row> members() {
    return tables.members();
  }

  /** {@code variants} without run id. */
  public Dataset<Row> variants() {
    return variants.rows();
  }

  /** Group and image of each file that may be offered for removal. */
  public Dataset<Row> removable() {
    return tables.removable();
  }

  /** What this run knows all pairs of: {@link ComparedTable} without the digest. */
  public Dataset<Row> compared() {
    return compared;
  }

  /** Components of two contents and more. */
  public long components() {
    return tables.components();
  }

  /** Contents of the largest component. */
  public long largestComponent() {
    return tables.largestComponent();
  }

  /** What the search did. */
  public SearchSummary summary() {
    return search.summary();
  }

  @Override
  public void close() {
    variants.close();
    grouped.unpersist();
    labels.unpersist();
    search.close();
  }

  /** Files whose checksum another file has, each checksum a component. */
  private static Dataset<Row> repeated(Dataset<Row> others) {
    Dataset<Row> twice =
        others
            .groupBy(LinkColumns.NODE)
            .agg(count(lit(1)).as(LinkColumns.COMPONENT))
            .filter(col(LinkColumns.COMPONENT).gt(1))
            .select(col(LinkColumns.NODE), col(LinkColumns.NODE).as(LinkColumns.COMPONENT));
    return others.join(twice, LinkColumns.NODE);
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

  private static Column[] columns(PickRanking<?> ranking, AcceptRule rule) {
    Set<String> names =
        new LinkedHashSet<>(
            List.of(
                ImagesView.CATALOG_ID,
                ImagesView.IMAGE_ID,
                ImagesView.SHA256,
                ImagesView.SIZE_BYTES,
                ImagesView.FILE_KEY,
                ImagesView.LINK_COUNT,
                ImagesView.FILE_TYPE,
                ImagesView.DHASH,
                ImagesView.AHASH,
                ImagesView.WHASH,
                ImagesView.PDQ,
                ImagesView.PDQ_QUALITY,
                ImagesView.STRIPS,
                ImagesView.FRAMES,
                RuleColumns.RUNS,
                RuleColumns.FACTS,
                RuleColumns.MOMENT,
                LinkColumns.NODE,
                NodeColumns.NEAR,
                LinkColumns.COMPONENT));
    names.addAll(ranking.columns());
    if (rule.comparesTurns()) {
      names.add(ImagesView.LUMA);
    }
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }
}
