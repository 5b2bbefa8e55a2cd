package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog of real photos, held against labels and asked about. */
class EvaluateAndExplainIT {
  /** One rose is called another picture, so that there are false pairs. */
  private static final String TRUTH =
      """
      file,level,family,transform
      rose/rose-q75.jpg,original,rose,
      rose/rose-q50.jpg,near,rose,q50
      rose/rose-messenger.jpg,near,rose,messenger
      rose/rose-resize50.jpg,near,rose,resize50
      rose/rose-strip.jpg,metadata,rose,strip
      "more/it's a ""copy"" of q75.jpg",copy,rose,copy
      rose/rose-webp80.webp,different,,
      IMG_3580.JPG,burst,moment,
      IMG_3581.JPG,burst,moment,
      IMG_3582.JPG,burst,moment,
      bad/zero-byte.jpg,flat,,
      """;

  private final FirstNight night = FirstNight.shared();

  @TempDir Path folder;

  @Test
  void scores_are_those_that_the_labels_give_by_hand() throws IOException {
    Map<String, String> rows = TableState.rowsAndWriters(night.ask());
    Map<String, Long> versions = TableState.versions(night.home());

    JsonNode json = json(command("evaluate", "--truth", truth(TRUTH), "--format", "json"));

    for (String part : List.of("/groups", "/pairs")) {
      // Six roses make 15 pairs, and the seventh is near each of them.
      assertThat(json.at(part + "/tp").asInt()).isEqualTo(15);
      assertThat(json.at(part + "/positives").asInt()).isEqualTo(15);
      assertThat(json.at(part + "/fp").asInt()).isEqualTo(6);
      assertThat(json.at(part + "/precision").asDouble()).isEqualTo(15 / 21.0);
      assertThat(json.at(part + "/recall").asDouble()).isEqualTo(1);
      assertThat(json.at(part + "/f1").asDouble()).isCloseTo(30 / 36.0, within(1e-12));
      assertThat(json.at(part + "/burst/of").asInt()).isEqualTo(3);
      assertThat(json.at(part + "/transforms/copy/found").asInt()).isEqualTo(1);
      assertThat(json.at(part + "/flat_with_photos/found").asInt()).isZero();
      assertThat(json.at(part + "/different_grouped/found").asInt()).isEqualTo(1);
    }
    assertThat(json.at("/groups/burst/found").asInt()).isZero();
    assertThat(json.at("/labelled_pictures").asInt()).isEqualTo(11);
    assertThat(json.at("/unlabelled/count").asInt()).isEqualTo(PhotoFolder.IMAGES - 11);
    assertThat(json.at("/false_pairs")).hasSize(6);
    assertThat(json.at("/false_pairs/0/pdq").isNumber()).isTrue();
    assertThat(json.at("/table_versions/duplicate_members").isNumber()).isTrue();
    assertThat(TableState.rowsAndWriters(night.ask())).isEqualTo(rows);
    assertThat(TableState.versions(night.home())).isEqualTo(versions);
  }

  @Test
  void a_gate_that_fails_says_which_and_by_how_much_after_the_figures() throws IOException {
    Cli.Ended ended =
        command(
            "evaluate",
            "--truth",
            // Written from the folder above; one file is gone, another lies elsewhere.
            truth(
                """
                file,level,family
                Holiday 2019/rose/rose-q75.jpg,original,rose
                Holiday 2019/rose/rose-q50.jpg,near,rose
                Holiday 2019/rose/rose-lost.jpg,near,rose
                Easter 2020/rose/rose-q50.jpg,near,rose
                """),
            "--min-f1",
            "0.9");

    assertThat(ended.exit()).isEqualTo(7);
    assertThat(ended.err())
        .hasLineCount(1)
        .contains("F1 of pairs is 0.50000, 0.40000 below 0.9; F1 of groups is 0.50000, 0.40000");
    assertThat(ended.out())
        .contains("precision=1.0000 recall=0.3333 f1=0.5000 tp=1 fp=0 positives=3")
        .contains("1 labelled picture; counted as missed: Holiday 2019/rose/rose-lost.jpg")
        .contains("1 labelled picture; in no source, not scored: Easter 2020/rose/rose-q50.jpg")
        .contains(PhotoFolder.IMAGES - 2 + " files; not scored: " + night.photos())
        .contains("rose-lost.jpg | Holiday 2019/rose/rose-q50.jpg")
        .contains("one of the two is not in the catalog");
  }

  @Test
  void a_member_is_explained_by_its_best_and_its_nearest() {
    assertThat(explained("rose/rose-q50.jpg"))
        .startsWith(night.photos().resolve("rose/rose-q50.jpg") + "\n")
        .contains("520×390 pixels")
        .contains("compared    yes")
        .containsPattern("group       \\S{36}, near, 7 files; last changed by run ")
        .containsPattern("best        .*/Holiday 2019/")
        .contains("may go      May go")
        .containsPattern("computed    by run \\S+-duplicates-\\S+, 20\\d\\d-")
        .containsPattern("tables      versions of assets \\d+")
        .containsPattern("near: found by dhash \\d ≤ 5, .*; confirmed by pdq \\d+ ≤ ")
        .contains("(same group)");
  }

  @Test
  void frames_of_a_burst_say_what_keeps_them_apart() {
    assertThat(explained("IMG_3580.JPG"))
        .contains("In no group, although pictures are alike")
        .contains("group       none")
        .contains("Not in one group: they are frames of one burst.");
  }

  @Test
  void a_rejected_best_makes_way_though_no_file_changed() throws IOException {
    String best =
        night
            .ask()
            .one(
                "SELECT p.source_path FROM lumina.images i"
                    + " JOIN lumina.duplicate_members m ON m.image_id = i.id"
                    + " JOIN lumina.duplicate_groups g ON g.id = m.group_id"
                    + " JOIN lumina.images p ON p.id = g.primary_image_id"
                    + " WHERE i.source_path LIKE '%/rose-q50.jpg'");
    try {
      night
          .ask()
          .execute("UPDATE lumina.images SET status = 'rejected' WHERE source_path = ?", best);
      assertThat(command("duplicates").exit()).isZero();

      assertThat(explained(best))
          .contains("may go      May go: the best of its group stays.")
          .contains("the pick wins: a person rejected the other");

      night.ask().execute("UPDATE lumina.images SET status = 'active' WHERE source_path = ?", best);
      night
          .ask()
          .execute(
              "INSERT INTO lumina.decisions (catalog_id, kind, checksums, actor)"
                  + " SELECT catalog_id, 'reject', ARRAY[checksum], 'grandfather'"
                  + " FROM lumina.images WHERE source_path = ?",
              best);
      assertThat(command("duplicates").exit()).isZero();

      assertThat(explained(best))
          .contains("may go      May go: the best of its group stays.")
          .contains("the pick wins: a person rejected the other");
    } finally {
      night.ask().execute("UPDATE lumina.images SET status = 'active' WHERE source_path = ?", best);
      night.ask().execute("DELETE FROM lumina.decisions WHERE actor = 'grandfather'");
      command("duplicates");
      // The groups are those of a later run: the next night of another test has nothing to publish.
      command("publish");
    }
    assertThat(explained(best)).contains("Stays: it is the best of its group");
  }

  @Test
  void one_pair_can_be_asked_for_and_decisions_are_told() throws IOException {
    String checksum =
        night
            .ask()
            .one("SELECT checksum FROM lumina.images WHERE source_path LIKE '%/rose-q75.jpg'");
    night
        .ask()
        .execute(
            "INSERT INTO lumina.decisions (catalog_id, kind, checksums, actor)"
                + " SELECT id, 'keep', ARRAY[?], 'grandmother' FROM lumina.catalogs",
            checksum);
    JsonNode json;
    try {
      json =
          json(
              command(
                  "explain",
                  checksum.substring(0, 10),
                  "--with",
                  "bad/zero-byte.jpg",
                  "--format",
                  "json"));
    } finally {
      night.ask().execute("DELETE FROM lumina.decisions WHERE actor = 'grandmother'");
    }
    assertThat(json.at("/image/checksum").asText()).isEqualTo(checksum);
    assertThat(json.at("/same_bytes")).hasSize(1);
    assertThat(json.at("/neighbours")).hasSize(1);
    assertThat(json.at("/neighbours/0/near").asBoolean()).isFalse();
    assertThat(json.at("/neighbours/0/reasons/0").asText())
        .isEqualTo("zero-byte.jpg is not compared: the file is empty.");
    assertThat(json.at("/decisions/0/actor").asText()).isEqualTo("grandmother");
    assertThat(json.at("/notes/0").asText()).startsWith("Decisions were made after the groups");
  }

  @Test
  void an_image_that_is_not_there_is_one_line() {
    Cli.Ended ended = command("explain", "nowhere.jpg");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .hasLineCount(1)
        .contains("There is no image nowhere.jpg in the catalog 'Holiday 2019'");
  }

  private String explained(String image) {
    Cli.Ended ended = command("explain", image);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
    return ended.out();
  }

  private static JsonNode json(Cli.Ended ended) throws IOException {
    assertThat(ended.exit()).as(ended.err()).isZero();
    return new ObjectMapper().readTree(ended.out());
  }

  private String truth(String text) throws IOException {
    return Files.writeString(folder.resolve("truth.csv"), text).toString();
  }

  private Cli.Ended command(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", night.home().toString()));
    return Cli.run(all.toArray(String[]::new));
  }
}
