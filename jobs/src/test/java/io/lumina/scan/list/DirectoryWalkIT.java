package io.lumina.scan.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.scan.Sources;
import io.lumina.table.ListingRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryWalkIT {
  private static final int MORE_FOLDERS_THAN_ONE_TASK_LISTS = 1_700;

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  @TempDir private Path staging;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_large_tree_is_walked_in_rounds_and_every_file_is_found_once(boolean followLinks)
      throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < MORE_FOLDERS_THAN_ONE_TASK_LISTS; i++) {
      Path each = Files.createDirectories(folder.resolve("y" + i % 7 + "/d" + i));
      expected.add(Files.createFile(each.resolve(i + ".jpg")).toString());
    }
    Files.createFile(folder.resolve("y0/d0/0.jpg.xmp"));
    expected.add(folder.resolve("y0/d0/0.jpg.xmp").toString());
    Files.createSymbolicLink(folder.resolve("y6/loop"), folder.resolve("y6"));
    Files.createSymbolicLink(folder.resolve("y6/out"), elsewhere);
    Files.createSymbolicLink(elsewhere.resolve("back"), folder.resolve("y6"));
    Files.createFile(elsewhere.resolve("far.jpg"));
    if (followLinks) {
      expected.add(folder.resolve("y6/out/far.jpg").toString());
    }

    Listing listing = walk(followLinks);

    assertThat(listing.isSmall()).isFalse();
    List<Row> files = listing.files().collectAsList();
    assertThat(files)
        .extracting(row -> row.<String>getAs(ListingRows.SOURCE_PATH))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(files)
        .filteredOn(row -> !row.getList(row.fieldIndex(ListingRows.SIDECARS)).isEmpty())
        .extracting(row -> row.<String>getAs(ListingRows.RELATIVE_PATH))
        .containsExactly("y0/d0/0.jpg");
    assertThat(listing.tally().skipped().get(Entry.Problem.LINK).count()).isEqualTo(2);
  }

  @Test
  void the_driver_lists_a_small_tree_alone_and_one_folder_of_many_files_not() throws IOException {
    for (int i : IntStream.rangeClosed(1, 10_000).toArray()) {
      Files.createFile(folder.resolve(i + ".jpg"));
    }
    assertThat(walk(false).isSmall()).isTrue();
    assertThat(staging).isEmptyDirectory();

    Files.createFile(folder.resolve("one more.jpg"));
    Listing listing = walk(false);
    assertThat(listing.isSmall()).isFalse();
    assertThat(listing.files().count()).isEqualTo(10_001);
  }

  private Listing walk(boolean followLinks) {
    ScanConfig config =
        new ScanConfig(
            new SourceRoots(List.of(folder.toString())),
            Optional.empty(),
            Sources.NAMES,
            List.of(),
            followLinks,
            0.2,
            false);
    return new DirectoryWalk(SharedSpark.session(), staging.resolve("walk").toString())
        .walk(config);
  }
}
