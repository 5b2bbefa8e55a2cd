package io.lumina.analyze.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.NewFileId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Gives the files of a catalog their ids once their contents are known (decision 070). */
public final class Identities {
  /** No scan is called like this. */
  private static final String BEFORE = "";

  private final String catalogId;
  private final String runId;
  private final Dataset<Row> contents;

  /**
   * Of one run.
   *
   * @param contents rows of {@link AssetsTable}: what could not be read may be one of these
   */
  public Identities(String catalogId, String runId, Dataset<Row> contents) {
    this.catalogId = catalogId;
    this.runId = runId;
    this.contents = contents.select(AssetsTable.SIZE_BYTES, AssetsTable.SHA256).dropDuplicates();
  }

  /** Whether ids are still to be given to a file that was read. */
  public static Column isOpen() {
    return col(FilesTable.WAS_STATE).isNotNull().and(col(FilesTable.SHA256).isNotNull());
  }

  /** Whether the id of a file may go to another one. */
  public static Column mayLeave() {
    return col(FilesTable.WAS_SHA256)
        .isNotNull()
        .or(not(isPresent()).and(col(FilesTable.SHA256).isNotNull()));
  }

  /** The files where no id can go from one to another: each keeps its own. */
  public static Dataset<Row> kept(Dataset<Row> files) {
    Column open = col(FilesTable.SHA256).isNull();
    return files
        .withColumn(FilesTable.WAS_STATE, when(open, col(FilesTable.WAS_STATE)))
        .withColumn(FilesTable.WAS_SHA256, when(open, col(FilesTable.WAS_SHA256)))
        .select(columns());
  }

  /** The files with the ids of the contents that lie in them. */
  public Dataset<Row> given(Dataset<Row> files) {
    Dataset<Row> found =
        claims(files)
            .groupByKey(new PairClaims.ContentOf(), Encoders.STRING())
            .flatMapGroups(new PairClaims(), Encoders.row(PairClaims.FOUND))
            .groupBy(FilesTable.SOURCE_PATH)
            .agg(
                max(PairClaims.GIVEN_ID).alias(PairClaims.GIVEN_ID),
                max(PairClaims.GIVEN_SINCE).alias(PairClaims.GIVEN_SINCE),
                yes(PairClaims.KNOWN),
                yes(PairClaims.MAY_WAIT),
                yes(PairClaims.TAKEN),
                yes(PairClaims.LIES));
    Column isGiven = col(PairClaims.GIVEN_ID).isNotNull();
    Column taken = coalesce(col(PairClaims.TAKEN), lit(false));
    Column waits = coalesce(col(PairClaims.MAY_WAIT), lit(false));
    Column isEdited =
        col(FilesTable.WAS_STATE)
            .equalTo(FilesTable.PRESENT)
            .and(not(col(PairClaims.LIES)))
            .and(not(col(PairClaims.KNOWN)));
    Column keeps = not(taken).and(col(FilesTable.WAS_SHA256).isNull().or(waits).or(isEdited));
    Column isNew = wants().and(not(isGiven)).and(not(keeps));
    Column isOpen = col(FilesTable.SHA256).isNull().or(waits);
    return files
        .join(found, new String[] {FilesTable.SOURCE_PATH}, "left_outer")
        .filter(wants().or(not(taken)))
        .select(
            Arrays.stream(FilesTable.SPEC.schema().fieldNames())
                .map(
                    name ->
                        switch (name) {
                          case FilesTable.FILE_ID ->
                              when(isGiven, col(PairClaims.GIVEN_ID))
                                  .when(isNew, newId())
                                  .otherwise(col(name))
                                  .alias(name);
                          case FilesTable.FIRST_SEEN_RUN ->
                              when(isGiven, col(PairClaims.GIVEN_SINCE))
                                  .when(isNew, col(FilesTable.LAST_SEEN_RUN))
                                  .otherwise(col(name))
                                  .alias(name);
                          case FilesTable.WAS_STATE ->
                              when(isOpen.and(isNew), FilesTable.ABSENT)
                                  .when(isOpen, col(name))
                                  .alias(name);
                          case FilesTable.WAS_SHA256 ->
                              when(isOpen.and(not(isNew)), col(name)).alias(name);
                          default -> col(name);
                        })
                .toArray(Column[]::new));
  }

  /** A row for each file that has to do with a content whose files get ids. */
  private Dataset<Row> claims(Dataset<Row> files) {
    Dataset<Row> wanting = files.filter(wants());
    Dataset<Row> wanted =
        wanting.select(
            claim(
                lit(Claim.Kind.WANTS.name()),
                col(FilesTable.SHA256),
                col(FilesTable.LAST_SEEN_RUN)));
    // What vanished before is less likely to be here again than what left just now.
    Column left =
        when(col(FilesTable.WAS_STATE).equalTo(FilesTable.PRESENT), col(FilesTable.LAST_SEEN_RUN))
            .otherwise(BEFORE);
    Dataset<Row> leaving =
        wanting
            .filter(col(FilesTable.WAS_SHA256).isNotNull())
            .withColumn(FilesTable.MODIFIED_AT, lit(null).cast("timestamp"))
            .select(claim(lit(Claim.Kind.LEFT.name()), col(FilesTable.WAS_SHA256), left));
    Dataset<Row> touched = wanted.union(leaving);
    Column kind =
        when(not(isPresent()), Claim.Kind.LEFT.name())
            .when(col(FilesTable.SHA256).isNotNull(), Claim.Kind.HOLDS.name())
            .otherwise(Claim.Kind.WAITS.name());
    Column content = coalesce(col(FilesTable.SHA256), col(FilesTable.WAS_SHA256));
    Dataset<Row> others =
        files
            .filter(not(wants()))
            .filter(content.isNotNull())
            .select(claim(kind, content, col(FilesTable.LAST_SEEN_RUN)))
            .union(mayHold(files))
            .join(
                touched.select(PairClaims.CONTENT).distinct(),
                new String[] {PairClaims.CONTENT},
                "left_semi");
    return touched.union(others);
  }

  private Dataset<Row> mayHold(Dataset<Row> files) {
    return files
        .filter(isPresent().and(col(FilesTable.SHA256).isNull()))
        .drop(FilesTable.SHA256)
        .join(contents, new String[] {AssetsTable.SIZE_BYTES})
        .select(
            claim(
                lit(Claim.Kind.MAY_HOLD.name()),
                col(AssetsTable.SHA256),
                col(FilesTable.LAST_SEEN_RUN)));
  }

  private static Column[] claim(Column kind, Column content, Column since) {
    return new Column[] {
      concat(col(FilesTable.ROLE), lit(" "), content).alias(PairClaims.CONTENT),
      kind.alias(PairClaims.KIND),
      col(FilesTable.SOURCE_PATH),
      col(FilesTable.STATE),
      coalesce(unix_millis(col(FilesTable.MODIFIED_AT)), lit(0L)).alias(PairClaims.MODIFIED),
      coalesce(since, lit(BEFORE)).alias(PairClaims.SINCE),
      col(FilesTable.FILE_ID),
      col(FilesTable.FIRST_SEEN_RUN)
    };
  }

  /** Whether a file was read and holds another content than its id stands for. */
  private static Column wants() {
    return isOpen().and(not(col(FilesTable.SHA256).eqNullSafe(col(FilesTable.WAS_SHA256))));
  }

  private static Column isPresent() {
    return col(FilesTable.STATE).equalTo(FilesTable.PRESENT);
  }

  private static Column yes(String column) {
    return coalesce(max(column), lit(false)).alias(column);
  }

  /** Another one than the scan gave. */
  private Column newId() {
    return NewFileId.of(catalogId, runId + "\n", col(FilesTable.SOURCE_PATH));
  }

  public static Column[] columns() {
    return Stream.of(FilesTable.SPEC.schema().fieldNames())
        .map(functions::col)
        .toArray(Column[]::new);
  }
}
