package io.lumina.duplicates.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.table.AssetsTable;
import io.lumina.table.ImagesView;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class PickCandidateTest {
  private static final List<String> ROOTS = List.of("/first", "/second");

  @Test
  void a_row_gives_what_the_order_needs() {
    Map<String, Object> values = jpeg();
    values.put(ImagesView.MODIFIED_AT, Timestamp.from(Instant.EPOCH));

    assertThat(PickCandidate.of(image(values), ROOTS, Standing.CHOSEN))
        .isEqualTo(
            new PickCandidate(
                "/second/IMG_1.JPG",
                Standing.CHOSEN,
                false,
                true,
                new PickCandidate.Quality(25, 23.91, 0.5, 8, 57.41),
                12_000_000,
                3_000_000,
                17,
                95,
                1,
                java.util.Optional.of(Instant.EPOCH)));
  }

  @Test
  void a_row_of_which_nothing_is_known_is_the_last_choice_and_no_error() {
    PickCandidate unknown =
        PickCandidate.of(
            image(Map.of(ImagesView.SOURCE_PATH, "/x/broken.jpg")), ROOTS, Standing.USUAL);

    assertThat(unknown.fromCamera()).isFalse();
    assertThat(unknown.rootRank()).isEqualTo(2);
    assertThat(
            PickOrder.INSTANCE.compare(
                PickCandidate.of(image(jpeg()), ROOTS, Standing.USUAL), unknown))
        .isNegative();
  }

  @Test
  void camera_evidence_needs_a_camera_an_original_date_and_a_format_that_cameras_write() {
    Map<String, Object> noCamera = jpeg();
    noCamera.put(ImagesView.METADATA, row(AssetsTable.METADATA_TYPE, Map.of("lens", "50 mm")));
    Map<String, Object> modifyDate = jpeg();
    modifyDate.put(ImagesView.DATES, dates(date("exif", 85)));
    Map<String, Object> fromName = jpeg();
    fromName.put(ImagesView.DATES, dates(date("name", 95)));
    Map<String, Object> png = jpeg();
    png.put(ImagesView.MIME_TYPE, "image/png");

    assertThat(PickCandidate.of(image(jpeg()), ROOTS, Standing.USUAL).fromCamera()).isTrue();
    assertThat(List.of(noCamera, modifyDate, fromName, png))
        .allSatisfy(
            values ->
                assertThat(PickCandidate.of(image(values), ROOTS, Standing.USUAL).fromCamera())
                    .isFalse());
  }

  @Test
  void a_raw_file_is_a_cameras_whatever_else_is_known() {
    Map<String, Object> raw = new HashMap<>();
    raw.put(ImagesView.SOURCE_PATH, "/first/1.dng");
    raw.put(ImagesView.QUALITY, quality(40, 23.91, 4, 8, 75.91));

    assertThat(PickCandidate.of(image(raw), ROOTS, Standing.USUAL).fromCamera()).isTrue();
  }

  private static Map<String, Object> jpeg() {
    Map<String, Object> values = new HashMap<>();
    values.put(ImagesView.SOURCE_PATH, "/second/IMG_1.JPG");
    values.put(ImagesView.ROOT, "/second");
    values.put(ImagesView.MIME_TYPE, "image/jpeg");
    values.put(ImagesView.WIDTH, 4_000);
    values.put(ImagesView.HEIGHT, 3_000);
    values.put(ImagesView.SIZE_BYTES, 3_000_000L);
    values.put(ImagesView.METADATA_FIELDS, 17);
    values.put(ImagesView.DATE_CONFIDENCE, 95);
    values.put(ImagesView.METADATA, row(AssetsTable.METADATA_TYPE, Map.of("model", "EOS R5")));
    values.put(ImagesView.DATES, dates(date("file", 30), date("exif", 95)));
    values.put(ImagesView.QUALITY, quality(25, 23.91, 0.5, 8, 57.41));
    return values;
  }

  private static Row quality(
      double format, double resolution, double size, double sharpness, double score) {
    return row(
        AssetsTable.QUALITY_TYPE,
        Map.of(
            "format",
            format,
            "resolution",
            resolution,
            "size",
            size,
            "sharpness",
            sharpness,
            "score",
            score));
  }

  private static Object dates(Row... dates) {
    return CollectionConverters.asScala(List.of(dates)).toSeq();
  }

  private static Row date(String source, int confidence) {
    StructType type = (StructType) AssetsTable.DATE_LIST.elementType();
    return row(type, Map.of("source", source, "confidence", confidence));
  }

  private static Row image(Map<String, Object> values) {
    return row(ImagesView.SPEC.schema(), values);
  }

  private static Row row(StructType type, Map<String, Object> values) {
    Object[] cells = java.util.Arrays.stream(type.fieldNames()).map(values::get).toArray();
    return new GenericRowWithSchema(cells, type);
  }
}
