package io.lumina.publish;

import io.lumina.SharedSpark;
import io.lumina.hash.Sha256;
import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import io.lumina.table.VariantsTable;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** A small catalog to publish, built up row by row. */
final class Library {
  private final String catalogId;
  private final List<Row> images = new ArrayList<>();
  private final List<Row> shots = new ArrayList<>();
  private final List<Row> bursts = new ArrayList<>();
  private final List<Row> groups = new ArrayList<>();
  private final List<Row> members = new ArrayList<>();
  private final List<Row> variants = new ArrayList<>();

  Library(UUID catalogId) {
    this.catalogId = catalogId.toString();
  }

  /** An id for a name, the same each time. */
  static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The content of an image that nobody edited. */
  static String checksum(String name) {
    return Sha256.of(name.getBytes(StandardCharsets.UTF_8));
  }

  Library image(String name, String path) {
    return image(name, path, Map.of());
  }

  /** A good photo at a path, with some columns different. */
  Library image(String name, String path, Map<String, Object> different) {
    Map<String, Object> row = new HashMap<>();
    row.put(ImagesView.CATALOG_ID, catalogId);
    row.put(ImagesView.IMAGE_ID, id(name));
    row.put(ImagesView.SOURCE_PATH, path);
    row.put(ImagesView.STATE, "present");
    row.put(ImagesView.SHA256, checksum(name));
    row.put(ImagesView.FILE_TYPE, "image");
    row.put(ImagesView.MIME_TYPE, "image/jpeg");
    row.put(ImagesView.SIZE_BYTES, 4_000_000L);
    row.put(ImagesView.MODIFIED_AT, Timestamp.from(Instant.parse("2026-01-31T10:11:12.345678Z")));
    row.put(ImagesView.WIDTH, 6000);
    row.put(ImagesView.HEIGHT, 4000);
    row.put(
        ImagesView.METADATA, metadata(Map.of("make", "Canon", "gps_lat", 1.5, "gps_lon", -2.0)));
    row.put(
        ImagesView.DATES,
        List.of(
            RowFactory.create(
                "exif", "DateTimeOriginal", "raw", "2019-02-03T11:22:33.5", null, null, 95)));
    row.put(ImagesView.TAKEN_AT, LocalDateTime.parse("2019-02-03T11:22:33.5"));
    row.put(ImagesView.DATE_CONFIDENCE, 95);
    row.put(ImagesView.DATE_SOURCE, "exif");
    row.put(ImagesView.DATE_REASONS, List.of());
    row.put(ImagesView.ISSUES, List.of());
    row.put(ImagesView.DHASH, -2L);
    row.put(ImagesView.AHASH, 255L);
    row.put(ImagesView.WHASH, Long.MIN_VALUE);
    row.put(ImagesView.PDQ, new byte[32]);
    row.put(ImagesView.PDQ_QUALITY, 100);
    row.put(ImagesView.QUALITY, RowFactory.create(25.0, 26.18, 3.33, 8.0, 62.51));
    row.put(ImagesView.ALGO_VERSION, 1);
    row.put(ImagesView.FIRST_SEEN_RUN, "run-1");
    row.put(ImagesView.LAST_SEEN_RUN, "run-1");
    row.putAll(different);
    images.add(row(ImagesView.SPEC, row));
    return this;
  }

  Library shot(String name, String primary, String other) {
    for (String image : List.of(primary, other)) {
      shots.add(
          row(
              ShotsTable.SPEC,
              Map.of(
                  ShotsTable.CATALOG_ID, catalogId,
                  ShotsTable.SHOT_ID, id(name),
                  ShotsTable.KIND, "raw_jpeg",
                  ShotsTable.IMAGE_ID, id(image),
                  ShotsTable.IS_PRIMARY, image.equals(primary))));
    }
    return this;
  }

  Library burst(String name, String best, String... others) {
    List<String> frames = new ArrayList<>(List.of(others));
    frames.add(best);
    for (int i = 0; i < frames.size(); i++) {
      bursts.add(
          row(
              BurstsTable.SPEC,
              Map.of(
                  BurstsTable.CATALOG_ID, catalogId,
                  BurstsTable.BURST_ID, id(name),
                  BurstsTable.CAMERA, "Canon EOS R5",
                  BurstsTable.STARTED_AT, LocalDateTime.parse("2019-02-03T11:22:33"),
                  BurstsTable.ENDED_AT, LocalDateTime.parse("2019-02-03T11:22:34"),
                  BurstsTable.FRAME_COUNT, frames.size(),
                  BurstsTable.IMAGE_ID, id(frames.get(i)),
                  BurstsTable.POSITION, i,
                  BurstsTable.IS_BEST, frames.get(i).equals(best))));
    }
    return this;
  }

  Library group(String name, String primary, String... others) {
    return groupOfRun("run-1", name, primary, others);
  }

  Library groupOfRun(String run, String name, String primary, String... others) {
    groups.add(
        row(
            GroupsTable.SPEC,
            Map.of(
                GroupsTable.CATALOG_ID,
                catalogId,
                GroupsTable.GROUP_ID,
                id(name),
                GroupsTable.KIND,
                "exact",
                GroupsTable.PRIMARY_IMAGE_ID,
                id(primary),
                GroupsTable.PRIMARY_HASH,
                "fffffffffffffffe",
                GroupsTable.SIMILARITY_THRESHOLD,
                5,
                GroupsTable.MEMBER_COUNT,
                others.length + 1,
                GroupsTable.DIAMETER_BITS,
                0,
                GroupsTable.RECLAIMABLE_BYTES,
                4_000_000L * others.length,
                GroupsTable.RUN_ID,
                run)));
    member(name, primary, "primary");
    for (String other : others) {
      member(name, other, "exact");
    }
    return this;
  }

  /** Names of a picture and of the one beside which it is listed. */
  Library variant(String picture, String variant, String kind, int distance) {
    variants.add(
        row(
            VariantsTable.SPEC,
            Map.of(
                VariantsTable.CATALOG_ID,
                catalogId,
                VariantsTable.IMAGE_ID,
                id(picture),
                VariantsTable.VARIANT_IMAGE_ID,
                id(variant),
                VariantsTable.KIND,
                kind,
                VariantsTable.DISTANCE,
                distance,
                VariantsTable.EXPLANATION,
                "because",
                VariantsTable.RUN_ID,
                "run-1")));
    return this;
  }

  Publication publication() {
    return new Publication(
        dataset(ImagesView.SPEC, images),
        dataset(ShotsTable.SPEC, shots),
        dataset(BurstsTable.SPEC, bursts),
        dataset(GroupsTable.SPEC, groups),
        dataset(MembersTable.SPEC, members),
        dataset(VariantsTable.SPEC, variants));
  }

  /** A metadata struct with these fields. */
  static Row metadata(Map<String, Object> fields) {
    return row(AssetsTable.METADATA_TYPE, fields);
  }

  private void member(String group, String image, String relation) {
    members.add(
        row(
            MembersTable.SPEC,
            Map.of(
                MembersTable.CATALOG_ID,
                catalogId,
                MembersTable.GROUP_ID,
                id(group),
                MembersTable.IMAGE_ID,
                id(image),
                MembersTable.SHA256,
                checksum(image),
                MembersTable.RELATION,
                relation,
                MembersTable.DISTANCE,
                0,
                MembersTable.SIMILARITY,
                100.0,
                MembersTable.EXPLANATION,
                "Same content.")));
  }

  private static Dataset<Row> dataset(TableSpec spec, List<Row> rows) {
    return SharedSpark.session().createDataFrame(rows, spec.schema());
  }

  private static Row row(TableSpec spec, Map<String, Object> values) {
    return row(spec.schema(), values);
  }

  private static Row row(StructType type, Map<String, Object> values) {
    Object[] fields = new Object[type.length()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = values.get(type.fieldNames()[i]);
    }
    return RowFactory.create(fields);
  }
}
