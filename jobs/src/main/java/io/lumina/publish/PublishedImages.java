package io.lumina.publish;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.ShotsTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Images as PostgreSQL stores them: one row per file, in the order of the staging table. */
final class PublishedImages {
  private static final int HASH_DIGITS = 16;
  private static final int LAST_YEAR = 9999;
  private static final String GPS = "gps_";

  private PublishedImages() {}

  /** Images, the shot and the burst of each; one row in, one row out. */
  static Dataset<Row> of(Dataset<Row> images, Dataset<Row> shots, Dataset<Row> bursts) {
    Dataset<Row> shotOf = ofImage(shots, ShotsTable.IMAGE_ID, ShotsTable.SHOT_ID);
    Dataset<Row> burstOf = ofImage(bursts, BurstsTable.IMAGE_ID, BurstsTable.BURST_ID);
    return images
        .join(shotOf, col(ImagesView.IMAGE_ID).equalTo(col(member(ShotsTable.SHOT_ID))), "left")
        .join(burstOf, col(ImagesView.IMAGE_ID).equalTo(col(member(BurstsTable.BURST_ID))), "left")
        .select(columns().toArray(Column[]::new));
  }

  private static List<Column> columns() {
    Column score = col(ImagesView.QUALITY).getField("score");
    return List.of(
        col(ImagesView.IMAGE_ID),
        col(ImagesView.SOURCE_PATH),
        col(ImagesView.SHA256),
        coalesce(col(ImagesView.FILE_TYPE), lit("other")),
        col(ImagesView.MIME_TYPE),
        col(ImagesView.SIZE_BYTES),
        ofOurEra(ImagesView.MODIFIED_AT),
        col(ImagesView.WIDTH),
        col(ImagesView.HEIGHT),
        JsonColumn.of(metadata(), ImagesView.METADATA),
        JsonColumn.of(to_json(col(ImagesView.DATES)), ImagesView.DATES),
        ofOurEra(ImagesView.TAKEN_AT),
        col(ImagesView.TAKEN_OFFSET),
        col(ImagesView.DATE_CONFIDENCE),
        col(ImagesView.DATE_SOURCE),
        JsonColumn.of(to_json(col(ImagesView.DATE_REASONS)), ImagesView.DATE_REASONS),
        when(score.between(0, 100), score),
        JsonColumn.of(to_json(col(ImagesView.QUALITY)), ImagesView.QUALITY),
        col(ImagesView.CORRUPTION),
        JsonColumn.of(to_json(col(ImagesView.ISSUES)), ImagesView.ISSUES),
        col(ShotsTable.SHOT_ID),
        col(BurstsTable.BURST_ID),
        col(ImagesView.STATE),
        col(ImagesView.FIRST_SEEN_RUN),
        col(ImagesView.LAST_SEEN_RUN),
        hexDigits(ImagesView.DHASH),
        hexDigits(ImagesView.AHASH),
        hexDigits(ImagesView.WHASH),
        lower(hex(col(ImagesView.PDQ))),
        col(ImagesView.PDQ_QUALITY),
        col(ImagesView.ALGO_VERSION));
  }

  /** The metadata with the position as an object of its own; fields without a value left out. */
  private static Column metadata() {
    StructType type = AssetsTable.METADATA_TYPE;
    Stream<Column> plain =
        Arrays.stream(type.fieldNames())
            .filter(name -> !name.startsWith(GPS))
            .map(name -> field(name).as(name));
    Column position =
        struct(field("gps_lat").as("lat"), field("gps_lon").as("lon"), field("gps_alt").as("alt"));
    Column gps = when(field("gps_lat").isNotNull(), position).as("gps");
    Column[] fields = Stream.concat(plain, Stream.of(gps)).toArray(Column[]::new);
    return when(col(ImagesView.METADATA).isNotNull(), to_json(struct(fields)));
  }

  private static Column field(String name) {
    return col(ImagesView.METADATA).getField(name);
  }

  private static Column hexDigits(String hash) {
    return lower(lpad(hex(col(hash)), HASH_DIGITS, "0"));
  }

  /** A damaged clock can give the year 60,000, which PostgreSQL does not read. */
  private static Column ofOurEra(String time) {
    return when(year(col(time)).between(1, LAST_YEAR), col(time));
  }

  private static Dataset<Row> ofImage(Dataset<Row> members, String imageId, String groupId) {
    return members.groupBy(col(imageId).as(member(groupId))).agg(min(col(groupId)).as(groupId));
  }

  private static String member(String groupId) {
    return groupId + "_member";
  }
}
