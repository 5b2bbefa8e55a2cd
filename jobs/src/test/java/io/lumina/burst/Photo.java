package io.lumina.burst;

import io.lumina.SharedSpark;
import io.lumina.table.AssetsTable;
import io.lumina.table.ImagesView;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** A row of {@link ImagesView} written out: a 12-megapixel JPEG until told otherwise. */
final class Photo {
  static final String CATALOG = "5f1e1f0a-0000-4000-8000-000000000001";

  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, Object> metadata = new HashMap<>();

  private Photo(String path) {
    set(ImagesView.CATALOG_ID, CATALOG);
    set(ImagesView.IMAGE_ID, "id of " + path);
    set(ImagesView.ROOT, "/photos");
    set(ImagesView.RELATIVE_PATH, path);
    set(ImagesView.SOURCE_PATH, "/photos/" + path);
    set(ImagesView.STATE, "present");
    set(ImagesView.SHA256, "content of " + path);
    format("JPEG", "image/jpeg");
    size(4_000, 3_000, 3_000_000);
    set(ImagesView.DATE_CONFIDENCE, 0);
  }

  static Photo at(String path) {
    return new Photo(path);
  }

  static Photo raw(String path) {
    return at(path).format("CR2", "image/x-canon-cr2");
  }

  static Photo heic(String path) {
    return at(path).format("HEIC", "image/heic");
  }

  static Photo mov(String path) {
    return at(path).format("MOV", "video/quicktime").set(ImagesView.FILE_TYPE, "video");
  }

  static Photo mp4(String path) {
    return at(path).format("MP4", "video/mp4").set(ImagesView.FILE_TYPE, "video");
  }

  Photo format(String format, String mime) {
    return set(ImagesView.FORMAT, format)
        .set(ImagesView.MIME_TYPE, mime)
        .set(ImagesView.FILE_TYPE, "image");
  }

  /** An embedded original date. */
  Photo taken(String local) {
    return set(ImagesView.TAKEN_AT, LocalDateTime.parse(local))
        .set(ImagesView.DATE_CONFIDENCE, 95)
        .set(ImagesView.DATE_SOURCE, "exif");
  }

  Photo offset(String offset) {
    return set(ImagesView.TAKEN_OFFSET, offset);
  }

  Photo confidence(int confidence) {
    return set(ImagesView.DATE_CONFIDENCE, confidence);
  }

  Photo camera(String make, String model) {
    return meta("make", make).meta("model", model);
  }

  Photo size(int width, int height, long bytes) {
    return set(ImagesView.WIDTH, width)
        .set(ImagesView.HEIGHT, height)
        .set(ImagesView.SIZE_BYTES, bytes);
  }

  Photo gps(double lat, double lon) {
    return meta("gps_lat", lat).meta("gps_lon", lon);
  }

  Photo set(String column, Object value) {
    values.put(column, value);
    return this;
  }

  Photo meta(String field, Object value) {
    metadata.put(field, value);
    return this;
  }

  String id() {
    return (String) values.get(ImagesView.IMAGE_ID);
  }

  static Dataset<Row> rows(Photo... photos) {
    return rows(Arrays.asList(photos));
  }

  static Dataset<Row> rows(List<Photo> photos) {
    return SharedSpark.session()
        .createDataFrame(photos.stream().map(Photo::row).toList(), ImagesView.SPEC.schema());
  }

  private Row row() {
    values.put(ImagesView.METADATA, row(AssetsTable.METADATA_TYPE, metadata));
    return row(ImagesView.SPEC.schema(), values);
  }

  private static Row row(StructType type, Map<String, Object> values) {
    if (!Arrays.asList(type.fieldNames()).containsAll(values.keySet())) {
      throw new IllegalArgumentException("Not all columns exist: " + values.keySet());
    }
    return RowFactory.create(Arrays.stream(type.fieldNames()).map(values::get).toArray());
  }
}
