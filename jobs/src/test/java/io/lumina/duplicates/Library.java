package io.lumina.duplicates;

import io.lumina.SharedSpark;
import io.lumina.duplicates.search.Compared;
import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.DecisionRows;
import io.lumina.table.ImagesView;
import io.lumina.table.ShotsTable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Rows of a catalog, written out by tests. */
public final class Library {
  static final String CATALOG = "c0ffee00-0000-0000-0000-000000000000";

  private final List<Row> images = new ArrayList<>();
  private final List<Row> shots = new ArrayList<>();
  private final List<Row> bursts = new ArrayList<>();
  private final List<Row> decisions = new ArrayList<>();

  /** A present JPEG of 4000×3000 whose other hashes follow from the difference hash. */
  Library picture(String id, String content, long dhash, double score) {
    return add(new Picture(id, content).dhash(dhash).score(score));
  }

  public Library add(Picture picture) {
    images.add(picture.row());
    return this;
  }

  Library shot(String shot, String... ids) {
    for (String id : ids) {
      shots.add(row(ShotsTable.SPEC.schema(), CATALOG, shot, "raw_jpeg", id, id.equals(ids[0])));
    }
    return this;
  }

  Library burst(String burst, String... ids) {
    for (int i = 0; i < ids.length; i++) {
      bursts.add(
          row(
              BurstsTable.SPEC.schema(),
              CATALOG,
              burst,
              "Camera",
              null,
              null,
              ids.length,
              ids[i],
              i,
              i == 0));
    }
    return this;
  }

  Library decided(String kind, String... contents) {
    List<String> checksums = new ArrayList<>();
    for (String content : contents) {
      checksums.add(sha(content));
    }
    decisions.add(RowFactory.create(kind, checksums.toArray(String[]::new), null));
    return this;
  }

  Library status(String status, String... ids) {
    decisions.add(RowFactory.create(status, null, ids));
    return this;
  }

  Library shuffled(long seed) {
    Collections.shuffle(images, new Random(seed));
    return this;
  }

  public Dataset<Row> images() {
    return data(images, ImagesView.SPEC.schema());
  }

  Dataset<Row> shots() {
    return data(shots, ShotsTable.SPEC.schema());
  }

  public Dataset<Row> bursts() {
    return data(bursts, BurstsTable.SPEC.schema());
  }

  Dataset<Row> decisions() {
    return data(decisions, DecisionRows.SCHEMA);
  }

  DuplicateGroups groups(DuplicatesConfig config) {
    return DuplicateGroups.of(images(), shots(), bursts(), decisions(), config, Compared.nothing());
  }

  /** A checksum that begins with a readable name. */
  static String sha(String content) {
    StringBuilder hex = new StringBuilder();
    for (char c : content.toCharArray()) {
      hex.append(Integer.toHexString(c));
    }
    return (hex + "0".repeat(64)).substring(0, 64);
  }

  private static Dataset<Row> data(List<Row> rows, StructType schema) {
    return SharedSpark.session().createDataFrame(List.copyOf(rows), schema);
  }

  private static Row row(StructType schema, Object... values) {
    if (values.length != schema.size()) {
      throw new IllegalArgumentException(values.length + " values for " + schema.size());
    }
    return RowFactory.create(values);
  }

  /** One image of a test: everything has a plain value until it is said otherwise. */
  public static final class Picture {
    private final Object[] values = new Object[ImagesView.SPEC.schema().size()];
    private final String id;

    Picture(String id, String content) {
      this.id = id;
      set(ImagesView.CATALOG_ID, CATALOG);
      set(ImagesView.IMAGE_ID, id);
      set(ImagesView.SOURCE_PATH, "/photos/" + id);
      set(ImagesView.STATE, "present");
      set(ImagesView.SHA256, sha(content));
      set(ImagesView.FILE_TYPE, "image");
      set(ImagesView.SIZE_BYTES, 1000L);
      set(ImagesView.WIDTH, 4000);
      set(ImagesView.HEIGHT, 3000);
      set(ImagesView.PDQ_QUALITY, 100);
      set(ImagesView.ALGO_VERSION, 1);
      dhash(0);
      score(50);
    }

    Picture dhash(long dhash) {
      set(ImagesView.DHASH, dhash);
      set(ImagesView.AHASH, ~dhash);
      set(ImagesView.WHASH, Long.reverse(dhash));
      return pdq(dhash, 0, 0, 0);
    }

    Picture pdq(long... words) {
      ByteBuffer bytes = ByteBuffer.allocate(32);
      bytes.asLongBuffer().put(words);
      return set(ImagesView.PDQ, bytes.array());
    }

    /** With a DateTimeOriginal in its Exif, such as 2020-04-17T10:03:42.144. */
    Picture taken(String local) {
      return taken(local, "");
    }

    /** The same of a camera that wrote a fraction of 0, such as 00. */
    Picture taken(String local, String zeros) {
      String raw = local + "." + zeros;
      Object[] date = {"exif", "DateTimeOriginal", raw, local, null, null, 95};
      return set(ImagesView.DATES, new Row[] {RowFactory.create(date)});
    }

    /** With pixels that no picture of another sharpness has. */
    Picture sharpness(double sharpness) {
      return set(ImagesView.SHARPNESS, sharpness);
    }

    Picture score(double score) {
      Object[] quality = new Object[AssetsTable.QUALITY_TYPE.size()];
      java.util.Arrays.fill(quality, 0.0);
      quality[quality.length - 1] = score;
      return set(ImagesView.QUALITY, RowFactory.create(quality));
    }

    Picture set(String column, Object value) {
      values[ImagesView.SPEC.schema().fieldIndex(column)] = value;
      return this;
    }

    String id() {
      return id;
    }

    Row row() {
      return RowFactory.create(values.clone());
    }
  }
}
