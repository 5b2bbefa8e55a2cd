package io.lumina.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.job.HadoopSettings;
import io.lumina.scan.list.Boundaries;
import io.lumina.scan.list.Entry;
import io.lumina.scan.list.Listers;
import io.lumina.scan.list.Place;
import io.lumina.scan.list.SourceRoots;
import io.lumina.scan.list.TreeWalk;
import io.lumina.table.ListingRows;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks over a tree of names, links, pipes and permissions that real libraries hold. */
class WeirdTreeTest {
  @TempDir private static Path temporary;
  private static Path tree;

  @BeforeAll
  static void make() throws Exception {
    tree = temporary.toRealPath().resolve("tree");
    MadeTree.in(tree);
  }

  @AfterAll
  static void unlock() throws IOException {
    if (tree != null && Files.exists(tree.resolve("locked"))) {
      Files.setPosixFilePermissions(
          tree.resolve("locked"), PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void every_regular_file_is_found_once_and_nothing_else() throws IOException {
    assertThat(files(walk(false))).containsExactlyInAnyOrderElementsOf(regularFiles());
  }

  @Test
  void names_that_tools_stumble_over_are_ordinary() {
    String accents = "Ångström é ü.jpg";

    assertThat(files(walk(false)))
        .contains(
            below("_DSC0003.NEF"),
            below("_hidden-for-spark.jpg"),
            below("new\nline.jpg"),
            below("quote\"double.jpg"),
            below("back\\slash.jpg"),
            below("🏖️👨‍👩‍👧‍👦 beach.jpg"),
            below("year=2019/month=07/a.jpg"),
            below(Normalizer.normalize(accents, Normalizer.Form.NFC)),
            below(Normalizer.normalize(accents, Normalizer.Form.NFD)))
        .doesNotContain(below("folder.jpg"), below("pipe.jpg"), below("socket.jpg"));
  }

  @Test
  void what_is_no_file_or_has_no_name_is_a_problem_with_its_reason() {
    Map<String, Long> reasons =
        walk(false).stream()
            .filter(row -> row.getAs(ListingRows.KIND).equals(ListingRows.PROBLEM))
            .collect(
                Collectors.groupingBy(row -> row.getAs(ListingRows.REASON), Collectors.counting()));

    assertThat(reasons)
        .containsEntry(Entry.Problem.NAME_NOT_UTF8, 4L)
        .containsEntry(Entry.Problem.SPECIAL, 2L)
        .containsEntry(Entry.Problem.LINK, 7L);
  }

  @Test
  void an_apple_double_is_no_picture_and_hidden_folders_are_not_entered() {
    assertThat(walk(false))
        .filteredOn(row -> row.getAs(ListingRows.KIND).equals(ListingRows.OTHER))
        .extracting(row -> row.<String>getAs(ListingRows.RELATIVE_PATH))
        .contains("Thumbs.db");
    assertThat(walk(false))
        .filteredOn(row -> Entry.Problem.HIDDEN_FILE.equals(row.getAs(ListingRows.REASON)))
        .extracting(row -> row.<String>getAs(ListingRows.RELATIVE_PATH))
        .contains("._IMG_0001.jpg", ".DS_Store");
    assertThat(walk(false))
        .extracting(row -> row.<String>getAs(ListingRows.SOURCE_PATH))
        .noneMatch(path -> path.contains("/.Trash-1000/") || path.contains("/@eaDir/"))
        .noneMatch(path -> path.contains("/.thumbnails/"));
  }

  @Test
  void followed_links_end_and_give_only_what_is_not_listed_anyway() throws IOException {
    List<String> expected = new ArrayList<>(regularFiles());
    expected.add(below("links/outside.jpg"));

    List<Row> rows = walk(true);

    assertThat(files(rows)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(rows)
        .filteredOn(row -> Entry.Problem.LINK.equals(row.getAs(ListingRows.REASON)))
        .extracting(row -> row.<String>getAs(ListingRows.RELATIVE_PATH))
        .containsExactlyInAnyOrder(
            "links/to-file.jpg",
            "links/dangling.jpg",
            "links/self.jpg",
            "links/loop",
            "links/up",
            "links/dir");
  }

  @Test
  void hadoop_finds_the_same_files_and_follows_no_link() throws IOException {
    List<Row> rows = walk("file:" + tree, false);

    List<String> expected =
        new ArrayList<>(regularFiles().stream().map(path -> "file:" + path).toList());
    // A pipe is a file to Hadoop; local folders are not listed through it but here.
    expected.add("file:" + below("pipe.jpg"));
    expected.add("file:" + below("socket.jpg"));
    assertThat(files(rows)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(rows)
        .filteredOn(row -> row.getAs(ListingRows.KIND).equals(ListingRows.PROBLEM))
        .extracting(row -> row.<String>getAs(ListingRows.REASON))
        .contains(Entry.Problem.LINK);
  }

  private static List<Row> walk(boolean followLinks) {
    return walk(tree.toString(), followLinks);
  }

  private static List<Row> walk(String root, boolean followLinks) {
    Boundaries boundaries =
        new Boundaries(
            new SourceRoots(List.of(root)),
            List.of(root),
            Sources.NAMES,
            java.util.Set.of(),
            followLinks);
    Listers listers = new Listers(followLinks, new HadoopSettings(new Configuration(false)));
    Place start = new Place(root, root, followLinks ? List.of(root) : List.of());
    List<Row> rows = new ArrayList<>();
    new TreeWalk(boundaries, listers, List.of(start), Integer.MAX_VALUE)
        .forEachRemaining(rows::add);
    return rows;
  }

  private static List<String> files(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.getAs(ListingRows.KIND).equals(ListingRows.FILE))
        .map(row -> row.<String>getAs(ListingRows.SOURCE_PATH))
        .toList();
  }

  private static String below(String name) {
    return tree + "/" + name;
  }

  /** The same from the JDK's own walk, by the rules of names in a few words. */
  private static List<String> regularFiles() throws IOException {
    List<String> files = new ArrayList<>();
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            return name.startsWith(".") || name.equals("@eaDir") || name.contains("\ufffd")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (attributes.isRegularFile()
                && name.matches("(?is).*\\.(jpg|nef|xmp|json)")
                && !name.startsWith(".")
                && !name.contains("\ufffd")) {
              files.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
