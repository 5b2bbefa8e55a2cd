package io.lumina.scan.list;

import static io.lumina.scan.Sources.changes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.SharedSpark;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.job.JobReport;
import io.lumina.scan.Sources;
import io.lumina.store.Store;
import io.lumina.table.FilesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingFileIT {
  @TempDir private Path folder;
  @TempDir private Path warehouse;
  private Sources sources;

  @BeforeEach
  void open() {
    sources = new Sources(folder, new Store(SharedSpark.session(), warehouse.toString()));
  }

  @Test
  void a_csv_listing_is_compared_like_a_walk_and_its_oddities_are_counted() throws IOException {
    String csv =
        """
        path,size,modified,owner
        %1$s/1.jpg,1,2024-05-31T12:01:00.123456Z,me
        "%1$s/new
        line, ""quoted"".jpg",2,2024-05-31 12:02:00,me
        %1$s/2.jpg,2,2024-05-31T12:02:00Z,me
        %1$s/2.jpg,3,2024-05-31T12:03:00Z,me
        %1$s/2.jpg.xmp,5,yesterday,me
        %1$s/text.txt,5,2024-05-31T12:02:00Z,me
        %1$s/.Trash/3.jpg,5,2024-05-31T12:02:00Z,me
        %1$s/nosize.jpg,many,2024-05-31T12:02:00Z,me
        /elsewhere/4.jpg,5,2024-05-31T12:02:00Z,me
        ,5,2024-05-31T12:02:00Z,me
        """
            .formatted(sources.path("a"));
    Path listing = Files.writeString(folder.resolve("list.CSV"), csv);

    JobReport first = scan(listing);

    assertThat(changes(first))
        .isEqualTo(
            Map.of(
                "files", 4L,
                "new", 4L,
                "other", 1L,
                "skipped_no_size", 1L,
                "skipped_no_path", 1L,
                "skipped_outside_sources", 1L));
    assertThat(sources.column(FilesTable.SIZE_BYTES))
        .isEqualTo(
            Map.of(
                "a/1.jpg", "1",
                "a/2.jpg", "3",
                "a/2.jpg.xmp", "5",
                "a/new\nline, \"quoted\".jpg", "2"));
    assertThat(sources.column(FilesTable.MODIFIED_AT).get("a/2.jpg.xmp")).isEqualTo("null");
    assertThat(sources.files().get("a/2.jpg").getList(9))
        .isEqualTo(List.of(sources.path("a/2.jpg.xmp")));
    assertThat(changes(scan(listing))).containsEntry("unchanged", 4L).doesNotContainKey("changed");
  }

  @Test
  void a_parquet_listing_made_of_a_walk_changes_nothing() {
    sources.file("a/1.jpg", 1, 1).file("a/b/2.jpg", 2, 2).file("a/b/2.xmp", 3, 3);
    sources.scan("run-1", "a");
    Path listing = folder.resolve("inventory");
    sources
        .store()
        .read(FilesTable.SPEC)
        .selectExpr("source_path AS path", "size_bytes AS size", "modified_at AS modified")
        .write()
        .parquet(listing.toString());

    assertThat(changes(scan(listing))).isEqualTo(Map.of("files", 3L, "unchanged", 3L));
  }

  @Test
  void a_listing_that_cannot_be_used_is_refused_in_one_line() throws IOException {
    Path noSize = Files.writeString(folder.resolve("no-size.csv"), "path,bytes,modified\n");
    Path text = Files.writeString(folder.resolve("list.txt"), "no Parquet");
    Path hidden = Files.writeString(folder.resolve("_list.csv"), "path,size,modified\n");
    Path numbers = folder.resolve("numbers.parquet");
    SharedSpark.session()
        .sql("SELECT '/a' AS path, 1L AS size, 1717156800L AS modified")
        .write()
        .parquet(numbers.toString());

    assertRefused(noSize, ExitCode.USAGE, "has no column 'size'; it needs path,size,modified");
    assertRefused(text, ExitCode.SOURCE_MISSING, "cannot be read: give a CSV or Parquet file");
    assertRefused(folder.resolve("none.csv"), ExitCode.SOURCE_MISSING, "cannot be read");
    assertRefused(hidden, ExitCode.USAGE, "rename it");
    assertRefused(numbers, ExitCode.USAGE, "is of type bigint; it needs timestamps");
  }

  private JobReport scan(Path listing) {
    return sources.scan("run", sources.config(Optional.of(listing.toString()), false, "a"));
  }

  private void assertRefused(Path listing, ExitCode exit, String message) {
    assertThatThrownBy(() -> scan(listing))
        .isInstanceOfSatisfying(
            LuminaException.class, refused -> assertThat(refused.exit()).isEqualTo(exit))
        .hasMessageContaining(message);
  }
}
