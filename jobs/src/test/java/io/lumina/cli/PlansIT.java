package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.act.file.Trees;
import io.lumina.made.MadePicture;
import io.lumina.made.XmpText;
import io.lumina.store.CatalogLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a night to a plan, carried out and taken back, as a person does it. */
class PlansIT {
  private static final Pattern PLAN = Pattern.compile("  plan {8}([0-9a-f-]{36})");

  @TempDir private Path folder;
  private Path photos;
  private Nights nights;

  @BeforeEach
  void library() throws IOException {
    photos = Files.createDirectories(folder.resolve("photos"));
    nights = new Nights(folder, "plans" + System.nanoTime());
  }

  @Test
  void duplicates_go_to_the_trash_exactly_as_shown_and_come_back() throws IOException {
    for (int i = 0; i < 7; i++) {
      write("2020/%d.jpg".formatted(i), MadePicture.of(100 + i, 640, 480).jpeg(90));
    }
    copy("2020/1.jpg", "copies/one\nmore.jpg");
    copy("2020/2.jpg", "copies/2.jpg");
    write(
        "copies/2.jpg.xmp",
        new XmpText().with("xmp:Rating", "3").list("dc:subject", "sea").bytes());
    copy("2020/3.jpg", "copies/3.jpg");
    write("2020/3.jpg.xmp", new XmpText().list("dc:title", "Evening").bytes());
    write("copies/3.jpg.xmp", new XmpText().list("dc:title", "Morning").bytes());
    nights.run("nightly", "--photos", photos.toString());
    nights
        .ask()
        .execute(
            "UPDATE lumina.images SET status = 'flagged' WHERE source_path LIKE '%/copies/2.jpg'");
    List<String> before = Trees.exactly(photos);
    List<String> ids = nights.ask().rows("SELECT id, source_path FROM lumina.images ORDER BY 1");

    String planned = nights.run("resolve").out();
    String plan = id(planned);
    assertThat(planned).contains("resolve 4 files", "conflicts   2 files", "Nothing was changed");
    assertThat(Trees.exactly(photos)).isEqualTo(before);
    assertThat(nights.run("plan", "show", plan.substring(0, 8), "--format", "csv").out())
        .contains(
            "The same bytes as " + photos + "/2020/2.jpg",
            "copies/2.jpg.xmp",
            "Learns rating 3; keywords sea",
            "Two titles: 'Evening' and 'Morning'");

    Cli.Ended guarded = nights.end("plan", "apply", plan, "--set", "act.max-fraction=0.1");
    assertThat(guarded.exit()).isEqualTo(4);
    assertThat(guarded.err()).contains("2 of 10 pictures", "--accept-many");
    assertThat(Trees.exactly(photos)).isEqualTo(before);

    try (CatalogLock other = nights.hold("photos")) {
      assertThat(nights.end("plan", "apply", plan).exit()).as("while " + other).isEqualTo(8);
    }
    assertThat(Trees.exactly(photos)).isEqualTo(before);

    assertThat(nights.run("plan", "apply", plan).out())
        .contains("4 done", "lumina undo --plan " + plan);
    assertThat(photos.resolve("copies"))
        .isDirectoryNotContaining("glob:**[12m]*.jpg*")
        .isDirectoryContaining("glob:**3.jpg");
    assertThat(
            nights
                .ask()
                .one(
                    "SELECT metadata->>'rating' || ' ' || (metadata->>'keywords')"
                        + " FROM lumina.images WHERE source_path LIKE '%/2020/2.jpg'"))
        .isEqualTo("3 [\"sea\"]");
    Path trash = photos.resolve(".lumina-trash").resolve(plan);
    assertThat(trash.resolve("copies/2.jpg")).hasSameBinaryContentAs(photos.resolve("2020/2.jpg"));
    assertThat(trash.resolve("copies/2.jpg.xmp")).exists();
    assertThat(nights.ask().rows("SELECT state, count(*) FROM lumina.images GROUP BY 1 ORDER BY 1"))
        .containsExactly("present|8", "trashed|2");
    assertThat(nights.ask().one("SELECT count(*) FROM lumina.duplicate_groups")).isEqualTo("1");
    assertThat(nights.run("trash", "list", "--format", "csv").out()).contains("copies/2.jpg");
    assertThat(nights.run("nightly").out())
        .contains("0 new, 0 changed, 0 moved, 0 missing, 0 back, 11 unchanged");
    assertThat(nights.run("resolve").out()).contains("nothing to do");

    assertThat(nights.run("undo", "--list").out()).contains("undo --plan " + plan, "undo --run ");
    String night =
        nights
            .ask()
            .one("SELECT run_id FROM lumina.jobs WHERE job_type = 'nightly' ORDER BY 1 LIMIT 1");
    Cli.Ended behind = nights.end("undo", "--run", night, "--cascade");
    assertThat(behind.exit()).isEqualTo(4);
    assertThat(behind.err()).contains("undo --plan " + plan);
    String picture = photos + "/copies/one\nmore.jpg";
    assertThat(nights.run("trash", "restore", picture).out()).contains("1 undone");
    assertThat(Path.of(picture)).exists();
    assertThat(nights.end("trash", "restore", picture).err()).contains("Nothing in the trash was");
    assertThat(nights.run("undo", "--plan", plan).out()).contains("4 undone");
    assertThat(Trees.exactly(photos)).isEqualTo(before);
    assertThat(nights.ask().rows("SELECT id, source_path FROM lumina.images ORDER BY 1"))
        .isEqualTo(ids);
    assertThat(nights.ask().one("SELECT count(*) FROM lumina.duplicate_groups")).isEqualTo("3");
    assertThat(nights.ask().rows("SELECT source_path FROM lumina.images WHERE status = 'flagged'"))
        .containsExactly(photos + "/copies/2.jpg");
    assertThat(nights.run("nightly").out())
        .contains("0 new, 0 changed, 0 moved, 0 missing, 0 back, 13 unchanged");
    assertThat(nights.end("plan", "apply", plan).err()).contains("is undone");
    assertThat(nights.end("nightly", "--apply").exit()).isEqualTo(1);
    assertThat(nights.run("nightly", "--then", "resolve", "--apply").out())
        .contains("would       resolve 4 files", "waits for you: lumina plan show ");
    assertThat(Trees.exactly(photos)).isEqualTo(before);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = photos.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    Files.setLastModifiedTime(
        file,
        FileTime.from(Instant.parse("2021-02-03T04:05:06.789123Z").plusSeconds(name.length())));
  }

  private void copy(String from, String to) throws IOException {
    write(to, Files.readAllBytes(photos.resolve(from)));
  }

  static String id(String printed) {
    Matcher plan = PLAN.matcher(printed);
    assertThat(plan.find()).as(printed).isTrue();
    return plan.group(1);
  }
}
