package io.lumina.scan.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.job.HadoopSettings;
import io.lumina.scan.Sources;
import io.lumina.table.ListingRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hadoop's file systems, by the one that needs no server. */
class HadoopListerTest {
  @TempDir private Path temporary;

  @Test
  void names_of_cameras_and_of_people_are_listed_and_hidden_folders_are_not() throws IOException {
    write("_DSC0003.NEF", "100%.jpg", "a:b.jpg", "a b/é ü?.jpg", "day=1/[x]{y}.jpg");
    write(".thumbnails/small.jpg", "@eaDir/small.jpg", "a b/._é ü?.jpg");

    assertThat(files())
        .extracting(row -> row.<String>getAs(ListingRows.RELATIVE_PATH))
        .containsExactlyInAnyOrder(
            "_DSC0003.NEF", "100%.jpg", "a:b.jpg", "a b/é ü?.jpg", "day=1/[x]{y}.jpg");
  }

  @Test
  void links_are_not_followed_so_a_loop_ends() throws IOException {
    write("year/a.jpg");
    Files.createSymbolicLink(temporary.resolve("year/loop"), temporary.resolve("year"));
    Files.createSymbolicLink(temporary.resolve("year/b.jpg"), temporary.resolve("year/a.jpg"));

    assertThat(files()).hasSize(1);
    assertThat(rows())
        .filteredOn(row -> Entry.Problem.LINK.equals(row.getAs(ListingRows.REASON)))
        .hasSize(2);
  }

  @Test
  void sidecars_of_a_takeout_belong_to_their_pictures() throws IOException {
    write("IMG_1.jpg", "IMG_1.jpg.supplemental-metadata.json", "IMG_2.jpg", "IMG_2.xmp");

    assertThat(files())
        .filteredOn(row -> FileRole.MEDIA.column().equals(row.getAs(ListingRows.ROLE)))
        .extracting(row -> row.getList(row.fieldIndex(ListingRows.SIDECARS)).toString())
        .containsExactlyInAnyOrder(
            "[" + root() + "/IMG_1.jpg.supplemental-metadata.json]", "[" + root() + "/IMG_2.xmp]");
  }

  @Test
  void a_folder_that_is_away_is_told_from_a_file_and_from_a_storage_that_nobody_knows()
      throws IOException {
    write("file.jpg");

    assertThat(list(root() + "/none"))
        .containsExactly(
            new Entry.Problem(root() + "/none", Entry.Problem.VANISHED, "There is no such folder"));
    assertThat(list(root() + "/file.jpg"))
        .containsExactly(
            new Entry.Problem(root() + "/file.jpg", Entry.Problem.VANISHED, "It is not a folder"));
    assertThat(list("attic://host/photos"))
        .containsExactly(
            new Entry.Problem(
                "attic://host/photos",
                Entry.Problem.UNREADABLE,
                "UnsupportedFileSystemException: No FileSystem for scheme \"attic\""));
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = temporary.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, new byte[] {1, 2, 3});
    }
  }

  private String root() {
    return "file:" + temporary;
  }

  private static List<Entry> list(String folder) {
    return new HadoopLister(new Configuration(false)).list(folder);
  }

  private List<Row> files() {
    return rows().stream()
        .filter(row -> row.getAs(ListingRows.KIND).equals(ListingRows.FILE))
        .toList();
  }

  private List<Row> rows() {
    Boundaries boundaries =
        new Boundaries(
            new SourceRoots(List.of(root())), List.of(root()), Sources.NAMES, Set.of(), false);
    Listers listers = new Listers(false, new HadoopSettings(new Configuration(false)));
    List<Row> rows = new ArrayList<>();
    new TreeWalk(
            boundaries, listers, List.of(new Place(root(), root(), List.of())), Integer.MAX_VALUE)
        .forEachRemaining(rows::add);
    return rows;
  }
}
