package io.lumina.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.DecisionRows;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The members of duplicate groups that may go for another one, each by itself. */
final class SpareMembers {
  /** The file that stays in its place. */
  static final String KEPT_PATH = "kept_path";

  /** One sentence. */
  static final String REASON = "reason";

  private static final String SCORE = "score";
  private static final String PRIMARY = "primary";
  private static final String KEPT = "kept";
  private static final String IS_EXACT = "is_exact";
  private static final String MARGIN = "margin";
  private static final WindowSpec GROUP = Window.partitionBy(MembersTable.GROUP_ID);

  private final ResolveRules rules;

  SpareMembers(ResolveRules rules) {
    this.rules = rules;
  }

  /**
   * Finds them.
   *
   * @return {@link MembersTable#IMAGE_ID}, {@link #KEPT_PATH}, {@link #REASON}
   */
  Dataset<Row> of(ResolveTables tables) {
    Dataset<Row> ranked =
        known(tables)
            .join(tables.reviewed(), seq(MembersTable.GROUP_ID), "left_anti")
            .withColumn(KEPT, max(rank()).over(GROUP))
            .withColumn(IS_EXACT, col(MembersTable.SHA256).equalTo(kept(MembersTable.SHA256)))
            .withColumn(MARGIN, kept(SCORE).minus(max(otherScore()).over(GROUP)));
    Column isKept = col(MembersTable.IMAGE_ID).equalTo(kept(MembersTable.IMAGE_ID));
    return staying(tables, ranked.filter(not(isKept).and(mayGo())))
        .select(
            col(MembersTable.IMAGE_ID),
            kept(ImagesView.SOURCE_PATH).alias(KEPT_PATH),
            reason().alias(REASON));
  }

  /** Without those that a person wants to stay. */
  private Dataset<Row> staying(ResolveTables tables, Dataset<Row> going) {
    Dataset<Row> keptContents =
        tables
            .decisions()
            .filter(col(DecisionRows.KIND).equalTo(DecisionRows.KEEP))
            .select(explode(col(DecisionRows.CHECKSUMS)).alias(MembersTable.SHA256))
            .distinct();
    Dataset<Row> keptImages =
        tables
            .decisions()
            .filter(col(DecisionRows.KIND).isin(DecisionRows.SELECTED, DecisionRows.ARCHIVED))
            .select(explode(col(DecisionRows.IMAGES)).alias(MembersTable.IMAGE_ID))
            .distinct();
    return going
        .join(keptContents, seq(MembersTable.SHA256), "left_anti")
        .join(keptImages, seq(MembersTable.IMAGE_ID), "left_anti");
  }

  private static Dataset<Row> known(ResolveTables tables) {
    Dataset<Row> images =
        tables
            .images()
            .filter(col(ImagesView.STATE).equalTo(FilesTable.PRESENT))
            .select(
                col(ImagesView.IMAGE_ID),
                col(ImagesView.SOURCE_PATH),
                coalesce(col(ImagesView.QUALITY).getField(SCORE), lit(0.0)).alias(SCORE));
    return tables
        .members()
        .select(
            col(MembersTable.GROUP_ID),
            col(MembersTable.IMAGE_ID),
            col(MembersTable.SHA256),
            col(MembersTable.RELATION).equalTo(PRIMARY).alias(PRIMARY))
        .join(images, MembersTable.IMAGE_ID);
  }

  /** The greatest of a group is kept: its primary, unless a folder is preferred. */
  private Column rank() {
    Column isPreferred =
        rules
            .prefer()
            .map(folder -> col(ImagesView.SOURCE_PATH).startsWith(folder + "/"))
            .orElse(lit(false));
    return struct(
        isPreferred.alias("preferred"),
        col(PRIMARY),
        col(SCORE),
        col(MembersTable.IMAGE_ID),
        col(MembersTable.SHA256),
        col(ImagesView.SOURCE_PATH));
  }

  private static Column kept(String column) {
    return col(KEPT).getField(column);
  }

  private static Column otherScore() {
    return when(not(col(IS_EXACT)), col(SCORE));
  }

  /** Members were compared with their primary alone: another kept file stands for that one only. */
  private Column mayGo() {
    Column isBetter = col(MARGIN).geq(rules.minMargin());
    Column near =
        when(kept(PRIMARY), isBetter)
            .when(col(PRIMARY), kept("preferred"))
            .otherwise(false)
            .and(lit(rules.policy() == Policy.KEEP_BEST));
    Column may = col(IS_EXACT).or(near).and(lit(rules.policy() != Policy.REVIEW));
    for (String folder : rules.protectedFolders()) {
      may = may.and(not(col(ImagesView.SOURCE_PATH).startsWith(folder + "/")));
    }
    return rules.keepFolders()
        ? may.and(folder(col(ImagesView.SOURCE_PATH)).equalTo(folder(kept(ImagesView.SOURCE_PATH))))
        : may;
  }

  private static Column folder(Column path) {
    Column name = substring_index(path, "/", -1);
    return path.substr(
        lit(1),
        org.apache
            .spark
            .sql
            .functions
            .length(path)
            .minus(org.apache.spark.sql.functions.length(name)));
  }

  private static Column reason() {
    return when(col(IS_EXACT), concat(lit("The same bytes as "), kept(ImagesView.SOURCE_PATH)))
        .otherwise(
            concat(
                lit("Shows the same as "),
                kept(ImagesView.SOURCE_PATH),
                lit(", whose quality is "),
                format_number(kept(SCORE).minus(col(SCORE)), 1),
                lit(" points higher")));
  }

  private static String[] seq(String column) {
    return new String[] {column};
  }
}
