package io.lumina.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.library.Units;
import io.lumina.table.DecisionRows;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import io.lumina.table.PlanOperationsTable;
import io.lumina.table.ShotsTable;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Which members of groups go, by rows as the tables hold them. */
class ResolveOperationsIT {
  private static final Timestamp TIME = Timestamp.valueOf("2024-05-06 07:08:09");
  private static final StructType IMAGES =
      new StructType()
          .add(ImagesView.IMAGE_ID, DataTypes.StringType)
          .add(ImagesView.SOURCE_PATH, DataTypes.StringType)
          .add(ImagesView.STATE, DataTypes.StringType)
          .add(ImagesView.SIZE_BYTES, DataTypes.LongType)
          .add(ImagesView.MODIFIED_AT, DataTypes.TimestampType)
          .add(ImagesView.QUALITY, new StructType().add("score", DataTypes.DoubleType));
  private static final StructType MEMBERS =
      new StructType()
          .add(MembersTable.GROUP_ID, DataTypes.StringType)
          .add(MembersTable.IMAGE_ID, DataTypes.StringType)
          .add(MembersTable.SHA256, DataTypes.StringType)
          .add(MembersTable.RELATION, DataTypes.StringType);
  private static final StructType REVIEWED =
      new StructType().add(MembersTable.GROUP_ID, DataTypes.StringType);

  private final SparkSession spark = SharedSpark.session();
  private final List<Row> files = new ArrayList<>();
  private final List<Row> images = new ArrayList<>();
  private final List<Row> members = new ArrayList<>();
  private final List<Row> shots = new ArrayList<>();
  private final List<Row> decisions = new ArrayList<>();
  private final List<Row> reviewed = new ArrayList<>();

  @Test
  void the_same_bytes_go_and_near_ones_only_for_a_file_that_is_better_by_the_margin() {
    picture("best", "a/best.jpg", "A", 60);
    picture("copy", "b/copy.jpg", "A", 60);
    picture("small", "b/small.jpg", "B", 30);
    group("1", "best", "A", "copy", "A", "small", "B");
    picture("good", "a/good.jpg", "C", 60);
    picture("like", "b/like.jpg", "D", 50);
    group("2", "good", "C", "like", "D");

    assertThat(going(rules(Policy.KEEP_BEST, 20))).containsExactly("b/copy.jpg", "b/small.jpg");
    assertThat(going(rules(Policy.KEEP_BEST, 5)))
        .containsExactly("b/copy.jpg", "b/like.jpg", "b/small.jpg");
    assertThat(going(rules(Policy.EXACT_ONLY, 0))).containsExactly("b/copy.jpg");
    assertThat(going(rules(Policy.REVIEW, 0))).isEmpty();
  }

  @Test
  void a_unit_goes_whole_or_not_at_all_and_a_sidecar_of_two_stays() {
    picture("best", "a/best.jpg", "A", 60);
    picture("jpeg", "b/one.jpg", "A", 60, "b/one.xmp");
    picture("raw", "b/one.cr3", "R", 70, "b/one.xmp");
    sidecar("b/one.xmp");
    shot("s", "jpeg", "raw");
    group("1", "best", "A", "jpeg", "A");
    picture("good", "a/two.jpg", "C", 60);
    picture("same", "b/two.jpg", "C", 60, "b/two.xmp", "b/two.jpg.xmp");
    sidecar("b/two.jpg.xmp");
    sidecar("b/two.xmp");
    picture("other", "b/two.png", "E", 60, "b/two.xmp");
    group("2", "good", "C", "same", "C");

    assertThat(going(rules(Policy.KEEP_BEST, 20))).containsExactly("b/two.jpg", "b/two.jpg.xmp");

    picture("raw copy", "a/one.cr3", "R", 70);
    group("3", "raw copy", "R", "raw", "R");
    assertThat(going(rules(Policy.KEEP_BEST, 20)))
        .containsExactly("b/one.cr3", "b/one.jpg", "b/one.xmp", "b/two.jpg", "b/two.jpg.xmp");
  }

  @Test
  void what_people_want_to_stay_stays() {
    for (String name : List.of("selected", "archived", "kept", "looked at", "protected", "none")) {
      picture("best " + name, "a/" + name + ".jpg", name, 60);
      String folder = name.equals("protected") ? "safe" : "b";
      picture(name, folder + "/" + name + ".jpg", name, 60);
      group(name, "best " + name, name, name, name);
    }
    decisions.add(RowFactory.create(DecisionRows.KEEP, List.of("kept"), null));
    decisions.add(RowFactory.create(DecisionRows.SELECTED, null, List.of("selected")));
    decisions.add(RowFactory.create(DecisionRows.ARCHIVED, null, List.of("archived")));
    reviewed.add(RowFactory.create("looked at"));

    assertThat(
            going(
                new ResolveRules(
                    Policy.KEEP_BEST, 20, Optional.empty(), false, List.of("/r/safe"))))
        .containsExactly("b/none.jpg");
  }

  @Test
  void the_copy_in_a_preferred_folder_is_kept_and_never_for_a_better_picture() {
    picture("first", "a/1.jpg", "A", 60);
    picture("second", "mine/1.jpg", "A", 60);
    group("1", "first", "A", "second", "A");
    picture("large", "a/2.jpg", "B", 60);
    picture("tiny", "mine/2.jpg", "C", 20);
    group("2", "large", "B", "tiny", "C");

    assertThat(
            going(new ResolveRules(Policy.KEEP_BEST, 20, Optional.of("/r/mine"), false, List.of())))
        .containsExactly("a/1.jpg");
  }

  @Test
  void folders_are_kept_where_that_is_asked_for() {
    picture("best", "a/best.jpg", "A", 60);
    picture("beside", "a/copy.jpg", "A", 60);
    picture("away", "b/copy.jpg", "A", 60);
    group("1", "best", "A", "beside", "A", "away", "A");

    assertThat(going(new ResolveRules(Policy.KEEP_BEST, 20, Optional.empty(), true, List.of())))
        .containsExactly("a/copy.jpg");
  }

  private static ResolveRules rules(Policy policy, double margin) {
    return new ResolveRules(policy, margin, Optional.empty(), false, List.of());
  }

  /** Relative paths of what goes. */
  private List<String> going(ResolveRules rules) {
    Dataset<Row> units =
        Units.of(
            spark.createDataFrame(files, FilesTable.SPEC.schema()),
            spark.createDataFrame(shots, ShotsTable.SPEC.schema()));
    ResolveTables tables =
        new ResolveTables(
            spark.createDataFrame(members, MEMBERS),
            spark.createDataFrame(images, IMAGES),
            units,
            spark.createDataFrame(decisions, DecisionRows.SCHEMA),
            spark.createDataFrame(reviewed, REVIEWED));
    return ResolveOperations.of(tables, rules, ".lumina-trash/p").collectAsList().stream()
        .map(row -> row.<String>getAs(PlanOperationsTable.SOURCE_PATH).substring("/r/".length()))
        .sorted()
        .toList();
  }

  private void picture(String id, String path, String sha256, double score, String... sidecars) {
    file(id, path, sha256, FilesTable.MEDIA, sidecars);
    images.add(
        RowFactory.create(
            id, "/r/" + path, FilesTable.PRESENT, 10L, TIME, RowFactory.create(score)));
  }

  private void sidecar(String path) {
    file("id of " + path, path, "sha of " + path, FilesTable.SIDECAR);
  }

  private void file(String id, String path, String sha256, String role, String... sidecars) {
    files.add(
        RowFactory.create(
            "catalog",
            id,
            "/r/" + path,
            "/r",
            path,
            10L,
            TIME,
            role,
            FilesTable.PRESENT,
            java.util.Arrays.stream(sidecars).map(each -> "/r/" + each).toArray(String[]::new),
            sha256,
            null,
            "run",
            "run",
            null,
            null,
            null,
            null));
  }

  /** The primary first; ids and checksums in turns. */
  private void group(String id, String... idsAndContents) {
    for (int i = 0; i < idsAndContents.length; i += 2) {
      members.add(
          RowFactory.create(
              id, idsAndContents[i], idsAndContents[i + 1], i == 0 ? "primary" : "near"));
    }
  }

  private void shot(String id, String primary, String other) {
    shots.add(RowFactory.create("catalog", id, "raw_jpeg", primary, true));
    shots.add(RowFactory.create("catalog", id, "raw_jpeg", other, false));
  }
}
