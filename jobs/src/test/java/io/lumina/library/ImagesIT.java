package io.lumina.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.SharedSpark;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataField;
import io.lumina.row.DateRows;
import io.lumina.row.IssueRows;
import io.lumina.row.MetadataRows;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImagesIT {
  private List<Row> files;
  private List<Row> assets;

  @BeforeEach
  void start() {
    files = new ArrayList<>();
    assets = new ArrayList<>();
  }

  private static Row row(StructType schema, Map<String, Object> values) {
    Object[] cells = new Object[schema.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = values.get(schema.fieldNames()[i]);
    }
    return new GenericRowWithSchema(cells, schema);
  }

  private void file(String path, String role, String sha256, String... sidecars) {
    Map<String, Object> values = new HashMap<>();
    values.put(FilesTable.CATALOG_ID, "catalog");
    values.put(FilesTable.FILE_ID, "id of " + path);
    values.put(FilesTable.SOURCE_PATH, path);
    values.put(FilesTable.ROOT, "/photos");
    values.put(FilesTable.RELATIVE_PATH, path.replaceFirst("^.*/photos/", ""));
    values.put(FilesTable.SIZE_BYTES, 1000L);
    values.put(FilesTable.MODIFIED_AT, Timestamp.from(Instant.parse("2021-03-04T05:06:07Z")));
    values.put(FilesTable.ROLE, role);
    values.put(FilesTable.STATE, FilesTable.PRESENT);
    values.put(FilesTable.SIDECARS, sidecars);
    values.put(FilesTable.SHA256, sha256);
    values.put(
        FilesTable.ISSUES,
        path.endsWith(".png") ? new Row[] {IssueRows.of("extension_mismatch", "")} : null);
    files.add(row(FilesTable.SPEC.schema(), values));
  }

  private void asset(String sha256, String type, Metadata metadata, Row[] dates, Row... issues) {
    Map<String, Object> values = new HashMap<>();
    values.put(AssetsTable.SHA256, sha256);
    values.put(AssetsTable.FILE_TYPE, type);
    values.put(AssetsTable.METADATA, MetadataRows.of(metadata));
    values.put(AssetsTable.DATES, dates);
    values.put(AssetsTable.ISSUES, issues);
    assets.add(row(AssetsTable.SPEC.schema(), values));
  }

  private static Row date(String source, String field, String local, int confidence) {
    Object[] cells = {source, field, local, local, null, null, confidence};
    return new GenericRowWithSchema(cells, DateRows.TYPE);
  }

  /** Images by their names. */
  private Map<String, Row> images(String zone) {
    Dataset<Row> fileRows = SharedSpark.session().createDataFrame(files, FilesTable.SPEC.schema());
    Dataset<Row> assetRows =
        SharedSpark.session().createDataFrame(assets, AssetsTable.SPEC.schema());
    Dataset<Row> images = new Images(zone).of(fileRows, assetRows);
    assertThat(images.schema().fieldNames()).isEqualTo(ImagesView.SPEC.schema().fieldNames());
    return images.collectAsList().stream()
        .collect(
            Collectors.toMap(
                row -> row.<String>getAs(ImagesView.SOURCE_PATH).replaceFirst("^.*/", ""),
                row -> row));
  }

  private static List<String> sources(Row image) {
    return image.<Row>getList(image.fieldIndex(ImagesView.DATES)).stream()
        .map(date -> date.getString(0))
        .toList();
  }

  @Test
  void a_media_file_is_joined_with_its_content_and_keeps_its_id() {
    Metadata camera = new Metadata(Map.of(MetadataField.MAKE, "Canon", MetadataField.ISO, 400));
    Row[] exif = {date("exif", "DateTimeOriginal", "2019-02-03T11:22:33", 95)};
    file("/photos/a.jpg", FilesTable.MEDIA, "aa");
    asset("aa", "image", camera, exif);

    Row image = images("").get("a.jpg");

    assertThat(image.<String>getAs(ImagesView.IMAGE_ID)).isEqualTo("id of /photos/a.jpg");
    assertThat(image.<String>getAs(ImagesView.FILE_TYPE)).isEqualTo("image");
    assertThat(image.<LocalDateTime>getAs(ImagesView.TAKEN_AT)).isEqualTo("2019-02-03T11:22:33");
    assertThat(image.<Integer>getAs(ImagesView.DATE_CONFIDENCE)).isEqualTo(95);
    assertThat(image.<String>getAs(ImagesView.DATE_SOURCE)).isEqualTo("exif");
    assertThat(image.<Integer>getAs(ImagesView.METADATA_FIELDS)).isEqualTo(2);
    assertThat(image.<Row>getAs(ImagesView.METADATA).<String>getAs("make")).isEqualTo("Canon");
  }

  @Test
  void a_sidecar_is_no_image_and_its_metadata_and_dates_reach_its_picture() {
    file("/photos/a.jpg", FilesTable.MEDIA, "aa", "/photos/a.jpg.xmp", "/photos/a.xmp");
    file("/photos/a.jpg.xmp", FilesTable.SIDECAR, "bb");
    file("/photos/a.xmp", FilesTable.SIDECAR, "cc");
    file("/photos/b.jpg", FilesTable.MEDIA, "aa");
    asset("aa", "image", new Metadata(Map.of(MetadataField.MAKE, "Canon")), new Row[0]);
    Row[] dated = {date("xmp", "DateCreated", "2018-07-06T05:04:03", 95)};
    asset("bb", "sidecar", new Metadata(Map.of(MetadataField.RATING, 4)), dated);
    asset(
        "cc",
        "sidecar",
        new Metadata(Map.of(MetadataField.RATING, 2, MetadataField.TITLE, "Sea")),
        new Row[0]);

    Map<String, Row> images = images("");

    assertThat(images).containsOnlyKeys("a.jpg", "b.jpg");
    Row metadata = images.get("a.jpg").getAs(ImagesView.METADATA);
    assertThat(metadata.<String>getAs("make")).isEqualTo("Canon");
    assertThat(metadata.<Integer>getAs("rating")).isEqualTo(4);
    assertThat(metadata.<String>getAs("title")).isEqualTo("Sea");
    assertThat(images.get("a.jpg").<Integer>getAs(ImagesView.METADATA_FIELDS)).isEqualTo(1);
    assertThat(images.get("a.jpg").<LocalDateTime>getAs(ImagesView.TAKEN_AT))
        .isEqualTo("2018-07-06T05:04:03");
    assertThat(images.get("b.jpg").<Row>getAs(ImagesView.METADATA).getAs("rating") == null)
        .isTrue();
  }

  @Test
  void what_somebody_put_right_beside_a_picture_wins() {
    file("/photos/a.jpg", FilesTable.MEDIA, "aa", "/photos/a.jpg.xmp");
    file("/photos/a.jpg.xmp", FilesTable.SIDECAR, "bb");
    Metadata camera =
        new Metadata(
            Map.of(
                MetadataField.RATING,
                1,
                MetadataField.KEYWORDS,
                List.of("Sea"),
                MetadataField.GPS_LAT,
                47.0,
                MetadataField.GPS_LON,
                8.0));
    Metadata person =
        new Metadata(
            Map.of(
                MetadataField.RATING,
                5,
                MetadataField.KEYWORDS,
                List.of("Anna"),
                MetadataField.GPS_LAT,
                43.0,
                MetadataField.GPS_LON,
                6.0));
    asset(
        "aa",
        "image",
        camera,
        new Row[] {date("exif", "DateTimeOriginal", "2013-07-14T12:20:57", 95)});
    asset(
        "bb",
        "sidecar",
        person,
        new Row[] {date("xmp", "exif:DateTimeOriginal", "2019-07-14T12:20:56", 95)});

    Row image = images("").get("a.jpg");

    assertThat(image.<LocalDateTime>getAs(ImagesView.TAKEN_AT)).isEqualTo("2019-07-14T12:20:56");
    assertThat(image.<Integer>getAs(ImagesView.DATE_CONFIDENCE)).isEqualTo(97);
    assertThat(image.<String>getAs(ImagesView.DATE_SOURCE)).isEqualTo("sidecar");
    assertThat(sources(image)).containsExactly("exif", "sidecar", "filesystem");
    Row metadata = image.getAs(ImagesView.METADATA);
    assertThat(metadata.<Integer>getAs("rating")).isEqualTo(5);
    assertThat(metadata.<Double>getAs("gps_lat")).isEqualTo(43.0);
    assertThat(metadata.getList(metadata.fieldIndex("keywords"))).isEqualTo(List.of("Sea", "Anna"));
  }

  @Test
  void the_file_system_dates_local_files_and_never_those_of_an_object_store() {
    file("/photos/a.jpg", FilesTable.MEDIA, "aa");
    file("s3a://bucket/photos/b.jpg", FilesTable.MEDIA, "aa");
    file("s3a://bucket/photos/2020/IMG_20190203_112233.jpg", FilesTable.MEDIA, "aa");
    asset("aa", "image", Metadata.EMPTY, new Row[0]);

    Map<String, Row> images = images("");

    assertThat(sources(images.get("a.jpg"))).hasSize(1);
    assertThat(images.get("a.jpg").<Integer>getAs(ImagesView.DATE_CONFIDENCE)).isEqualTo(30);
    assertThat(sources(images.get("b.jpg"))).isEmpty();
    assertThat(images.get("b.jpg").<LocalDateTime>getAs(ImagesView.TAKEN_AT)).isNull();
    Row named = images.get("IMG_20190203_112233.jpg");
    assertThat(named.<LocalDateTime>getAs(ImagesView.TAKEN_AT)).isEqualTo("2019-02-03T11:22:33");
    assertThat(named.<Integer>getAs(ImagesView.DATE_CONFIDENCE)).isEqualTo(70);
    assertThat(sources(named)).hasSize(2);
  }

  @Test
  void the_time_of_a_file_does_not_depend_on_the_zone_of_the_session() {
    file("/photos/a.jpg", FilesTable.MEDIA, "aa");
    asset("aa", "image", Metadata.EMPTY, new Row[0]);
    SharedSpark.session().conf().set("spark.sql.session.timeZone", "Asia/Tokyo");
    try {
      Row date = images("").get("a.jpg").<Row>getList(date()).get(0);
      assertThat(date.<String>getAs("utc")).isEqualTo("2021-03-04T05:06:07Z");
    } finally {
      SharedSpark.session().conf().set("spark.sql.session.timeZone", "UTC");
    }
  }

  private static int date() {
    return ImagesView.SPEC.schema().fieldIndex(ImagesView.DATES);
  }

  @Test
  void the_type_is_that_of_the_content_or_else_what_the_name_promises() {
    file("/photos/a.jpg", FilesTable.MEDIA, "vv");
    file("/photos/b.MOV", FilesTable.MEDIA, "oo");
    file("/photos/c.mp3", FilesTable.MEDIA, null);
    file("/photos/d.jpg", FilesTable.MEDIA, null);
    asset("vv", "video", Metadata.EMPTY, new Row[0]);
    asset("oo", "other", Metadata.EMPTY, new Row[0]);

    Map<String, Row> images = images("");

    assertThat(images.get("a.jpg").<String>getAs(ImagesView.FILE_TYPE)).isEqualTo("video");
    assertThat(images.get("b.MOV").<String>getAs(ImagesView.FILE_TYPE)).isEqualTo("video");
    assertThat(images.get("c.mp3").<String>getAs(ImagesView.FILE_TYPE)).isEqualTo("audio");
    assertThat(images.get("d.jpg").<String>getAs(ImagesView.FILE_TYPE)).isEqualTo("image");
  }

  @Test
  void issues_of_content_and_path_are_merged() {
    file("/photos/a.png", FilesTable.MEDIA, "aa");
    file("/photos/b.jpg", FilesTable.MEDIA, "aa");
    file("/photos/c.jpg", FilesTable.MEDIA, null);
    asset("aa", "image", Metadata.EMPTY, new Row[0], IssueRows.of("truncated", "early"));

    Map<String, Row> images = images("");

    assertThat(codes(images.get("a.png"))).containsExactly("truncated", "extension_mismatch");
    assertThat(codes(images.get("b.jpg"))).containsExactly("truncated");
    assertThat(codes(images.get("c.jpg"))).isEmpty();
  }

  private static List<String> codes(Row image) {
    return image.<Row>getList(image.fieldIndex(ImagesView.ISSUES)).stream()
        .map(issue -> issue.getString(0))
        .toList();
  }

  @Test
  void a_zone_that_there_is_not_is_one_line() {
    assertThatThrownBy(() -> new Images("Mars/Base"))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "analyze.time-zone is Mars/Base, which is no time zone; name one such as"
                + " Europe/Zurich, or none");
  }
}
