package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.act.file.Trees;
import io.lumina.made.Exif;
import io.lumina.made.MadePicture;
import io.lumina.made.MadeRaw;
import io.lumina.made.XmpText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library brought into order by copies and by moves, and back. */
class OrganizeIT {
  private static final LocalDateTime NOON = LocalDateTime.of(2019, 5, 11, 12, 0, 0);

  @TempDir private Path folder;
  private Path photos;

  @Test
  void units_go_whole_to_where_their_dates_say_and_a_second_plan_is_empty() throws IOException {
    photos = Files.createDirectories(folder.resolve("photos"));
    Nights nights = new Nights(folder, "organize");
    MadePicture scene = MadePicture.of(1, 640, 480);
    Exif camera = Exif.of("Lumina", "Test Camera 1");
    write("card/IMG_1.DNG", MadeRaw.dng(camera.taken(NOON), scene));
    write("card/IMG_1.JPG", camera.taken(NOON).into(scene.jpeg(95)));
    write("card/IMG_1.xmp", new XmpText().with("xmp:Rating", "4").bytes());
    write("a/IMG_2.jpg", camera.taken(NOON.plusDays(1)).into(MadePicture.of(2, 320, 240).jpeg(90)));
    write("b/IMG_2.jpg", camera.taken(NOON.plusDays(1)).into(MadePicture.of(3, 320, 240).jpeg(90)));
    write("b/IMG_2.jpg.xmp", new XmpText().with("xmp:Rating", "2").bytes());
    write("b/plain.jpg", MadePicture.of(4, 320, 240).jpeg(90));
    nights.run("nightly", "--photos", photos.toString());
    List<String> before = Trees.exactly(photos);
    List<String> ids = nights.ask().rows("SELECT id, source_path FROM lumina.images ORDER BY 1");
    Path target = folder.resolve("ordered");

    Cli.Ended inside = nights.end("organize", "--to", photos.resolve("sorted").toString());
    assertThat(inside.exit()).isEqualTo(4);
    assertThat(inside.err()).contains("lie inside of each other");
    Cli.Ended leaving =
        nights.end("organize", "--to", target.toString(), "--template", "../{name}");
    assertThat(leaving.exit()).isEqualTo(1);

    String copy = PlansIT.id(nights.run("organize", "--to", target.toString()).out());
    assertThat(nights.run("plan", "apply", copy).out()).contains("6 done");
    String second = Trees.sha256(photos.resolve("b/IMG_2.jpg")).substring(0, 8);
    assertThat(names(target))
        .containsExactly(
            "2019/2019-05-11/IMG_1.DNG",
            "2019/2019-05-11/IMG_1.JPG",
            "2019/2019-05-11/IMG_1.xmp",
            "2019/2019-05-12/IMG_2.jpg",
            "2019/2019-05-12/IMG_2_" + second + ".jpg",
            "2019/2019-05-12/IMG_2_" + second + ".jpg.xmp");
    assertThat(Trees.exactly(photos)).isEqualTo(before);
    assertThat(nights.run("organize", "--to", target.toString()).out()).contains("nothing to do");
    nights.run("undo", "--plan", copy);
    assertThat(target).doesNotExist();

    String move = PlansIT.id(nights.run("organize", "--to", target.toString(), "--move").out());
    Map<String, Long> contents = Trees.contents(photos);
    nights.run("plan", "apply", move, "--accept-many");
    assertThat(names(photos)).containsExactly("b/plain.jpg");
    assertThat(Trees.contents(photos, target)).isEqualTo(contents);
    assertThat(nights.ask().rows("SELECT id FROM lumina.images ORDER BY 1"))
        .isEqualTo(ids.stream().map(row -> row.substring(0, row.indexOf('|'))).toList());
    assertThat(nights.ask().rows("SELECT source_path FROM lumina.images WHERE state <> 'present'"))
        .isEmpty();
    assertThat(nights.run("nightly").out())
        .contains("0 new, 0 changed, 0 moved, 0 missing, 0 back, 7 unchanged");
    assertThat(nights.run("organize", "--to", target.toString(), "--move").out())
        .contains("nothing to do");

    nights.run("undo", "--plan", move);
    assertThat(Trees.exactly(photos)).isEqualTo(before);
    assertThat(nights.ask().rows("SELECT id, source_path FROM lumina.images ORDER BY 1"))
        .isEqualTo(ids);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = photos.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    Files.setLastModifiedTime(
        file,
        FileTime.from(Instant.parse("2021-02-03T04:05:06.789123Z").plusSeconds(bytes.length)));
  }

  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
