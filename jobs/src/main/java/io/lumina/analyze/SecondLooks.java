package io.lumina.analyze;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.lumina.analyze.read.AnalyzeConfig;
import io.lumina.analyze.read.Means;
import io.lumina.analyze.read.Scope;
import io.lumina.analyze.read.WorkRows;
import io.lumina.image.PictureReader;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Hindrance;
import io.lumina.row.IssueRows;
import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.HindranceRows;
import io.lumina.table.ReadAs;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Contents at which nobody could look, because of a limit or a lack of ours, and that are worth
 * another try: the limit does not hinder any more, the reader is a newer one, or what hindered may
 * have passed. So are animations of which an older version looked at the first frame only. One file
 * of each is read.
 *
 * @param contents a row of {@link FilesTable} for each, with {@link #BEFORE}
 * @param files how many there are
 * @param bytes of all of them
 * @param waits whether a content waits for a decoder that is not there now
 */
record SecondLooks(Dataset<Row> contents, long files, long bytes, boolean waits) {
  /** So often is tried what may pass by itself: in a night and in the two behind it. */
  static final int MOST_ATTEMPTS = 3;

  /** The hindrance that is known of the content. */
  static final String BEFORE = "before";

  /** The reason where nothing hindered: only the first frame of an animation is known. */
  private static final String LATER_FRAMES = "later_frames";

  private static final String TURN = "turn";
  private static final String BEFORE_FORMAT = "before_format";
  private static final String BEFORE_AS = "before_read_as";
  private static final String OWN_SHA256 = "own_sha256";
  private static final String OWN_AS = "own_read_as";

  /** Finds them among the contents of a catalog's files; cheap where there are none. */
  static SecondLooks of(AnalyzeConfig config, Store store, Dataset<Row> files) {
    Dataset<Row> hindered = hindered(store.read(AssetsTable.SPEC));
    boolean isPlain = config.scope() == Scope.NEW && store.version(AssetsTable.SPEC) > 0;
    List<String> reasons =
        isPlain
            ? hindered
                .select(col(BEFORE).getField(HindranceRows.REASON))
                .distinct()
                .as(Encoders.STRING())
                .collectAsList()
            : List.of();
    if (reasons.isEmpty()) {
      return new SecondLooks(files.limit(0), 0, 0, false);
    }
    Means.Found means = Means.of(config, reasons, store.spark());
    Column isWorthIt = isWorthIt(reasons, means);
    boolean waits = reasons.contains(CorruptionReason.DECODER_UNAVAILABLE) && !means.decoder();
    Dataset<Row> contents =
        files
            .filter(col(FilesTable.STATE).equalTo(FilesTable.PRESENT))
            .filter(col(FilesTable.ROLE).equalTo(FilesTable.MEDIA))
            .join(hindered.filter(isWorthIt), FilesTable.SHA256)
            .filter(col(BEFORE_AS).isNull().or(col(BEFORE_AS).equalTo(ReadAs.column())))
            // A file with a row of its own says nothing of the row for all the others.
            .join(
                special(store),
                col(BEFORE_AS)
                    .isNull()
                    .and(col(FilesTable.SHA256).equalTo(col(OWN_SHA256)))
                    .and(ReadAs.column().equalTo(col(OWN_AS))),
                "left_anti")
            .withColumn(
                TURN,
                row_number()
                    .over(
                        Window.partitionBy(FilesTable.SHA256, BEFORE_AS)
                            .orderBy(FilesTable.SOURCE_PATH)))
            .filter(col(TURN).equalTo(1))
            .drop(TURN);
    Row all = contents.agg(count(lit(1)), coalesce(sum(FilesTable.SIZE_BYTES), lit(0L))).first();
    return new SecondLooks(contents, all.getLong(0), all.getLong(1), waits);
  }

  private static Dataset<Row> special(Store store) {
    return store
        .read(AssetsTable.SPEC)
        .filter(col(AssetsTable.READ_AS).isNotNull())
        .select(col(AssetsTable.SHA256).alias(OWN_SHA256), col(AssetsTable.READ_AS).alias(OWN_AS));
  }

  /** A hindrance may also stand where an older version of the program took it for damage. */
  private static Dataset<Row> hindered(Dataset<Row> assets) {
    Column code = get(col(AssetsTable.ISSUES), lit(0)).getField(IssueRows.CODE);
    Column isOlder =
        col(AssetsTable.HINDRANCE)
            .isNull()
            .and(
                col(AssetsTable.CORRUPTION)
                    .equalTo("severe")
                    .and(code.isin(Hindrance.REASONS.toArray()))
                    .or(code.equalTo(CorruptionReason.FORMAT_NOT_DECODED))
                    .or(isUnseen()));
    Column older =
        struct(
            when(isUnseen(), LATER_FRAMES).otherwise(code).alias(HindranceRows.REASON),
            lit(0L).alias(HindranceRows.NEEDED),
            lit(0L).alias(HindranceRows.LIMIT),
            lit(0).alias(HindranceRows.ATTEMPTS),
            lit(0).alias(HindranceRows.READER));
    return assets
        .filter(col(AssetsTable.HINDRANCE).getField(HindranceRows.REASON).isNotNull().or(isOlder))
        .select(
            col(AssetsTable.SHA256),
            col(AssetsTable.FORMAT).alias(BEFORE_FORMAT),
            col(AssetsTable.READ_AS).alias(BEFORE_AS),
            coalesce(col(AssetsTable.HINDRANCE), older).alias(BEFORE));
  }

  /** Whether it is an animation that was read before its later frames counted. */
  private static Column isUnseen() {
    return col(AssetsTable.FRAMES)
        .isNull()
        .and(col(AssetsTable.METADATA).getField("duration").isNotNull())
        .and(col(AssetsTable.FORMAT).isin("GIF", "PNG", "WEBP"));
  }

  private static Column isWorthIt(List<String> reasons, Means.Found means) {
    Column limit = lit(0L);
    Column mayPass = lit(false);
    for (String reason : reasons) {
      Column isIt = before(HindranceRows.REASON).equalTo(reason);
      limit = when(isIt, means.limit(reason)).otherwise(limit);
      mayPass = when(isIt, means.mayPass(reason)).otherwise(mayPass);
    }
    Column isEnough = before(HindranceRows.NEEDED).leq(limit);
    Column isAnother =
        before(HindranceRows.LIMIT).gt(0).and(before(HindranceRows.LIMIT).notEqual(limit));
    Column isFresh = before(HindranceRows.ATTEMPTS).lt(MOST_ATTEMPTS);
    return before(HindranceRows.READER)
        .notEqual(PictureReader.VERSION)
        .or(isEnough.and(isAnother))
        .or(mayPass.and(isFresh));
  }

  private static Column before(String field) {
    return col(BEFORE).getField(field);
  }

  /**
   * Rows of {@link WorkRows#CONTENT} of what was read again, with the number of attempts.
   *
   * @param read rows of {@link WorkRows#READ}
   */
  Dataset<Row> seen(Dataset<Row> read) {
    Dataset<Row> known = contents.select(FilesTable.SHA256, BEFORE, BEFORE_FORMAT, BEFORE_AS);
    return read.filter(col(WorkRows.ASSET).isNotNull())
        .select(col(WorkRows.ASSET + ".*"))
        .join(known, FilesTable.SHA256)
        // A file that was written to since, or that is taken for another kind, is another matter.
        .filter(col(AssetsTable.FORMAT).equalTo(col(BEFORE_FORMAT)))
        .withColumn(AssetsTable.HINDRANCE, counted())
        .withColumn(AssetsTable.READ_AS, col(BEFORE_AS))
        .drop(BEFORE, BEFORE_FORMAT, BEFORE_AS)
        .dropDuplicates(AssetsTable.SHA256, AssetsTable.READ_AS);
  }

  private static Column counted() {
    Column now = col(AssetsTable.HINDRANCE);
    Column isOtherReason =
        now.getField(HindranceRows.REASON).notEqual(before(HindranceRows.REASON));
    Column isSameLimit = now.getField(HindranceRows.LIMIT).equalTo(before(HindranceRows.LIMIT));
    Column goesOn =
        now.getField(HindranceRows.READER)
            .equalTo(before(HindranceRows.READER))
            .and(isSameLimit.or(isOtherReason));
    return when(
        now.isNotNull(),
        now.withField(
            HindranceRows.ATTEMPTS,
            when(goesOn, before(HindranceRows.ATTEMPTS).plus(1)).otherwise(1)));
  }
}
