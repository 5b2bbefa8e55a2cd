package io.lumina.report;

import io.lumina.report.model.Changes;
import io.lumina.report.model.Heading;
import io.lumina.report.model.ReportInputs;
import io.lumina.report.model.StepTime;
import io.lumina.report.model.Tally;
import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.VariantsTable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A catalog of a few rows, to which a test adds what it is about. */
public final class SmallCatalog {
  static final UUID ID = UUID.fromString("6f9619ff-8b86-4011-b42d-00c04fc964ff");
  public static final LocalDateTime NOON = LocalDateTime.of(2019, 2, 3, 12, 0, 0);

  private final List<Map<String, Object>> images = new ArrayList<>();
  private final List<Map<String, Object>> shots = new ArrayList<>();
  private final List<Map<String, Object>> bursts = new ArrayList<>();
  private final List<Map<String, Object>> groups = new ArrayList<>();
  private final List<Map<String, Object>> members = new ArrayList<>();
  private final List<Map<String, Object>> variants = new ArrayList<>();

  /** A JPEG that is there, analysed, sound and surely dated, but for what {@code but} says. */
  public SmallCatalog image(String id, Map<String, Object> but) {
    Map<String, Object> row = new HashMap<>();
    row.put(ImagesView.CATALOG_ID, ID.toString());
    row.put(ImagesView.IMAGE_ID, id);
    row.put(ImagesView.SOURCE_PATH, "/photos/" + id + ".jpg");
    row.put(ImagesView.RELATIVE_PATH, id + ".jpg");
    row.put(ImagesView.STATE, FilesTable.PRESENT);
    row.put(ImagesView.SHA256, "sha-" + id);
    row.put(ImagesView.FILE_TYPE, "image");
    row.put(ImagesView.FORMAT, "JPEG");
    row.put(ImagesView.SIZE_BYTES, 1_000L);
    row.put(ImagesView.WIDTH, 40);
    row.put(ImagesView.HEIGHT, 30);
    row.put(ImagesView.TAKEN_AT, NOON);
    row.put(ImagesView.DATE_CONFIDENCE, 95);
    row.put(ImagesView.DATE_SOURCE, "exif");
    row.put(ImagesView.QUALITY, RowFactory.create(25.0, 20.5, 1.25, 8.0, 54.75));
    row.put(ImagesView.METADATA, Rows.row(AssetsTable.METADATA_TYPE, Map.of("orientation", 6)));
    row.putAll(but);
    images.add(row);
    return this;
  }

  public SmallCatalog image(String id) {
    return image(id, Map.of());
  }

  public SmallCatalog group(String id, String kind, int count, long reclaimable) {
    groups.add(
        Map.of(
            GroupsTable.CATALOG_ID, ID.toString(),
            GroupsTable.GROUP_ID, id,
            GroupsTable.KIND, kind,
            GroupsTable.MEMBER_COUNT, count,
            GroupsTable.RECLAIMABLE_BYTES, reclaimable));
    return this;
  }

  public SmallCatalog member(String group, String image, String relation, int distance) {
    members.add(
        Map.of(
            MembersTable.CATALOG_ID, ID.toString(),
            MembersTable.GROUP_ID, group,
            MembersTable.IMAGE_ID, image,
            MembersTable.RELATION, relation,
            MembersTable.DISTANCE, distance,
            MembersTable.SIMILARITY, 100.0 - distance,
            MembersTable.EXPLANATION, "because " + image));
    return this;
  }

  public SmallCatalog variant(String image, String variant, String kind, int distance) {
    variants.add(
        Map.of(
            VariantsTable.CATALOG_ID, ID.toString(),
            VariantsTable.IMAGE_ID, image,
            VariantsTable.VARIANT_IMAGE_ID, variant,
            VariantsTable.KIND, kind,
            VariantsTable.DISTANCE, distance,
            VariantsTable.EXPLANATION, "because " + variant));
    return this;
  }

  public SmallCatalog frame(String burst, String image, int position, int of, boolean best) {
    bursts.add(
        Map.of(
            BurstsTable.CATALOG_ID, ID.toString(),
            BurstsTable.BURST_ID, burst,
            BurstsTable.CAMERA, "Canon EOS 5D",
            BurstsTable.STARTED_AT, NOON,
            BurstsTable.ENDED_AT, NOON.plusSeconds(2),
            BurstsTable.FRAME_COUNT, of,
            BurstsTable.IMAGE_ID, image,
            BurstsTable.POSITION, position,
            BurstsTable.IS_BEST, best));
    return this;
  }

  public SmallCatalog shot(String id, String kind, String image) {
    shots.add(
        Map.of(
            ShotsTable.CATALOG_ID, ID.toString(),
            ShotsTable.SHOT_ID, id,
            ShotsTable.KIND, kind,
            ShotsTable.IMAGE_ID, image,
            ShotsTable.IS_PRIMARY, true));
    return this;
  }

  public static Row issue(String code, String detail) {
    return RowFactory.create(code, detail);
  }

  public ReportInputs inputs() {
    return new ReportInputs(
        new Heading(ID, "Photos", "run-7", Instant.EPOCH, List.of("/photos")),
        Rows.table(ImagesView.SPEC, images),
        Rows.table(ShotsTable.SPEC, shots),
        Rows.table(BurstsTable.SPEC, bursts),
        Rows.table(GroupsTable.SPEC, groups),
        Rows.table(MembersTable.SPEC, members),
        Rows.table(VariantsTable.SPEC, variants),
        Optional.of(new Changes(1, 0, 0, 0, 0, 2)),
        List.of(new Tally("hidden", 3)),
        List.of(new StepTime("scan", 1.5, Map.of("files", 3L), List.of())),
        Optional.empty(),
        List.of("one warning"));
  }
}
