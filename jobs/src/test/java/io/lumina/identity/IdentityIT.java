package io.lumina.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.analyze.read.Scope;
import io.lumina.hash.Sha256;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to pictures that they judged, in real nights. */
class IdentityIT {
  private static final Instant NOON = Instant.parse("2024-05-31T12:00:00Z");
  private static final int SIZE = 64;

  @TempDir private Path photos;
  @TempDir private Path home;

  private final Map<String, String> named = new HashMap<>();
  private RealCatalog catalog;
  private int clock;

  @BeforeEach
  void open() {
    catalog = new RealCatalog(photos, home);
  }

  @Test
  void statuses_stay_with_pictures_that_move_swap_leave_and_come_back() throws IOException {
    for (String path :
        List.of(
            "inbox/img_1.jpg",
            "seq/1.jpg",
            "seq/2.jpg",
            "seq/3.jpg",
            "swap/x.jpg",
            "swap/y.jpg",
            "long/scan.jpg",
            "edit/a.jpg",
            "copy/a.jpg",
            "back/a.jpg",
            "card/img_1.jpg")) {
      file(path, path, ++clock);
    }
    for (String path :
        List.of("twins/x.jpg", "twins/y.jpg", "raws/1.jpg", "raws/2.jpg", "raws/3.jpg")) {
      file(path, path, path.startsWith("twins") ? 1000 : 2000);
    }
    catalog.night();
    catalog.say("rejected", List.of("inbox/img_1.jpg", "long/scan.jpg"));
    catalog.say("selected", List.of("seq/2.jpg", "edit/a.jpg", "copy/a.jpg", "raws/2.jpg"));
    catalog.say("flagged", List.of("swap/x.jpg", "twins/x.jpg"));
    catalog.say("archived", List.of("back/a.jpg"));
    Map<String, String> ids = ids();

    move("inbox/img_1.jpg", "archive/trip-01.jpg");
    file("inbox/img_1.jpg", "a new picture", ++clock);
    Files.delete(photos.resolve("seq/1.jpg"));
    move("seq/2.jpg", "seq/1.jpg");
    move("seq/3.jpg", "seq/2.jpg");
    swap("swap/x.jpg", "swap/y.jpg");
    swap("twins/x.jpg", "twins/y.jpg");
    Files.delete(photos.resolve("raws/1.jpg"));
    move("raws/2.jpg", "raws/1.jpg");
    move("raws/3.jpg", "raws/2.jpg");
    Files.delete(photos.resolve("long/scan.jpg"));
    Files.delete(photos.resolve("back/a.jpg"));
    file("edit/a.jpg", "edit/a.jpg, edited", ++clock);
    file("copy/b.jpg", "copy/a.jpg", ++clock);
    move("card/img_1.jpg", "card/kept/img_1.jpg");
    catalog.forget(FilesTable.SPEC, FilesTable.WAS_STATE, FilesTable.WAS_SHA256);
    catalog.scan();
    catalog.analyze(Scope.NEW, 1);
    catalog.publish();

    assertThat(pictures())
        .containsAllEntriesOf(
            Map.ofEntries(
                Map.entry("archive/trip-01.jpg", "inbox/img_1.jpg rejected"),
                Map.entry("inbox/img_1.jpg", "a new picture active"),
                Map.entry("seq/1.jpg", "seq/2.jpg selected"),
                Map.entry("seq/2.jpg", "seq/3.jpg active"),
                Map.entry("swap/x.jpg", "swap/y.jpg active"),
                Map.entry("swap/y.jpg", "swap/x.jpg flagged"),
                Map.entry("raws/1.jpg", "raws/2.jpg selected"),
                Map.entry("raws/2.jpg", "raws/3.jpg active"),
                Map.entry("edit/a.jpg", "edit/a.jpg, edited selected"),
                Map.entry("copy/a.jpg", "copy/a.jpg selected"),
                Map.entry("copy/b.jpg", "copy/a.jpg active")));
    assertThat(ids())
        .containsEntry("archive/trip-01.jpg", ids.get("inbox/img_1.jpg"))
        .containsEntry("edit/a.jpg", ids.get("edit/a.jpg"))
        .containsEntry("swap/x.jpg", ids.get("swap/y.jpg"))
        .doesNotContainValue(ids.get("raws/1.jpg"));
    catalog.say("selected", List.of("card/kept/img_1.jpg"));

    file("long/scan.jpg", "another scan", ++clock);
    file("back/under another name.jpg", "back/a.jpg", ++clock);
    file("card/img_1.jpg", "next of the card", ++clock);
    catalog.forget(
        AssetsTable.SPEC, AssetsTable.QUALITY, AssetsTable.READ_AS, AssetsTable.HINDRANCE);
    catalog.scan();
    catalog.analyze(Scope.EVERYTHING, 20L << 30);
    catalog.publish();

    assertThat(pictures())
        .containsAllEntriesOf(
            Map.of(
                "long/scan.jpg", "another scan active",
                "back/under another name.jpg", "back/a.jpg archived",
                "twins/y.jpg", "twins/x.jpg flagged",
                "twins/x.jpg", "twins/y.jpg active",
                "card/kept/img_1.jpg", "card/img_1.jpg selected",
                "card/img_1.jpg", "next of the card active"))
        .doesNotContainKey("back/a.jpg");
    assertThat(kept()).containsExactly("long/scan.jpg rejected");
    catalog.say("rejected", List.of("card/img_1.jpg"));
    Map<String, String> judged = pictures();
    catalog.backUp("judged");

    catalog.loseWarehouse();
    file("old shelf/scan.jpg", "long/scan.jpg", ++clock);
    catalog.night();

    Map<String, String> andTheOldOne = new TreeMap<>(judged);
    andTheOldOne.put("old shelf/scan.jpg", "long/scan.jpg rejected");
    assertThat(pictures()).isEqualTo(andTheOldOne);
    assertThat(kept()).isEmpty();

    catalog.bringBack("judged");
    catalog.night();
    assertThat(pictures()).as("PostgreSQL from a backup").isEqualTo(andTheOldOne);

    Map<TableSpec, Long> now = catalog.versions();
    swap("swap/x.jpg", "card/img_1.jpg");
    catalog.night();
    Map<String, String> swapped = pictures();
    assertThat(swapped)
        .containsEntry("swap/x.jpg", "next of the card rejected")
        .containsEntry("card/img_1.jpg", "swap/y.jpg active");
    catalog.restore(now);
    catalog.night();
    assertThat(pictures()).as("Delta from a backup").isEqualTo(swapped);
    catalog.drop(List.of("judged"));
  }

  private Map<String, String> pictures() {
    Map<String, String> pictures = new TreeMap<>();
    for (String row :
        catalog.ask(
            "SELECT source_path, checksum, status FROM lumina.images WHERE catalog_id = ?"
                + " AND state = 'present'")) {
      String[] parts = row.split("\\|");
      pictures.put(below(parts[0]), named.get(parts[1]) + " " + parts[2]);
    }
    return pictures;
  }

  private Map<String, String> ids() {
    Map<String, String> ids = new TreeMap<>();
    for (String row :
        catalog.ask(
            "SELECT source_path, id FROM lumina.images WHERE catalog_id = ?"
                + " AND state = 'present'")) {
      String[] parts = row.split("\\|");
      ids.put(below(parts[0]), parts[1]);
    }
    return ids;
  }

  private List<String> kept() {
    return catalog
        .ask("SELECT checksum, status FROM lumina.kept_statuses WHERE catalog_id = ?")
        .stream()
        .map(row -> named.get(row.split("\\|")[0]) + " " + row.split("\\|")[1])
        .toList();
  }

  private String below(String path) {
    return path.substring(photos.toString().length() + 1);
  }

  private void file(String path, String content, int minute) throws IOException {
    byte[] bytes = new Lying(content.hashCode(), SIZE, 0).bytes();
    named.put(Sha256.of(bytes), content);
    Path file = photos.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, FileTime.from(NOON.plusSeconds(60L * minute)));
  }

  private void move(String from, String to) throws IOException {
    Files.createDirectories(photos.resolve(to).getParent());
    Files.move(photos.resolve(from), photos.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }

  private void swap(String path, String other) throws IOException {
    move(path, "aside");
    move(other, path);
    move("aside", other);
  }
}
