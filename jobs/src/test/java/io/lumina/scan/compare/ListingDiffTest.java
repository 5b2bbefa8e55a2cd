package io.lumina.scan.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.scan.Sources;
import io.lumina.scan.list.Entry;
import io.lumina.scan.list.Listing;
import io.lumina.scan.list.ListingRow;
import io.lumina.scan.list.NameRules;
import io.lumina.table.FilesTable;
import io.lumina.table.ListingRows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ListingDiffTest {
  private static final String ROOT = "/photos";

  @Test
  void only_a_file_that_is_alone_with_its_name_size_and_time_on_both_sides_was_moved() {
    Dataset<Row> known =
        known(
            present("a/alone.jpg", 10, 1),
            present("a/twice.jpg", 20, 2),
            present("b/twice.jpg", 20, 2),
            present("a/copied.jpg", 30, 3),
            present("a/renamed.jpg", 40, 4),
            present("a/touched.jpg", 50, 5));
    Dataset<Row> listed =
        listed(
            file("c/alone.jpg", 10, 1),
            file("c/twice.jpg", 20, 2),
            file("c/copied.jpg", 30, 3),
            file("d/copied.jpg", 30, 3),
            file("a/other name.jpg", 40, 4),
            file("c/touched.jpg", 50, 6));

    assertThat(changes(ListingDiff.withMoves(ListingDiff.byPath(known, listed))))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("a/alone.jpg > c/alone.jpg", "MOVED"),
                Map.entry("a/twice.jpg > ", "MISSING"),
                Map.entry("b/twice.jpg > ", "MISSING"),
                Map.entry(" > c/twice.jpg", "NEW"),
                Map.entry("a/copied.jpg > ", "MISSING"),
                Map.entry(" > c/copied.jpg", "NEW"),
                Map.entry(" > d/copied.jpg", "NEW"),
                Map.entry("a/renamed.jpg > ", "MISSING"),
                Map.entry(" > a/other name.jpg", "NEW"),
                Map.entry("a/touched.jpg > ", "MISSING"),
                Map.entry(" > c/touched.jpg", "NEW")));
  }

  @Test
  void a_name_with_a_newline_moves_like_any_other() {
    Dataset<Row> known = known(present("a\nb/new\nline.jpg\n", 10, 1));
    Dataset<Row> listed = listed(file("c\nd/new\nline.jpg\n", 10, 1));

    assertThat(changes(ListingDiff.withMoves(ListingDiff.byPath(known, listed))))
        .isEqualTo(Map.of("a\nb/new\nline.jpg\n > c\nd/new\nline.jpg\n", "MOVED"));
  }

  @Test
  void what_lies_in_a_folder_that_could_not_be_listed_is_unknown_and_the_rest_missing() {
    Dataset<Row> known =
        known(
            present("locked/1.jpg", 10, 1),
            present("locked/deep/2.jpg", 20, 2),
            present("locked too/3.jpg", 30, 3),
            present("stat fails.jpg", 40, 4),
            missing("locked/5.jpg", 50, 5),
            present("locked/seen.jpg", 60, 6));
    Dataset<Row> listed =
        listed(
            file("locked/seen.jpg", 60, 6),
            problem("locked", Entry.Problem.UNREADABLE),
            problem("stat fails.jpg", Entry.Problem.ENTRY_UNREADABLE));
    Listing listing = Listing.of(listed);

    Dataset<Row> pairs = ListingDiff.byPath(known, listing.files());
    Dataset<Row> unreadable =
        listing.problems(Entry.Problem.UNREADABLE, Entry.Problem.ENTRY_UNREADABLE);

    assertThat(changes(ListingDiff.withUnknown(pairs, unreadable)))
        .isEqualTo(
            Map.of(
                "locked/1.jpg > ", "UNKNOWN",
                "locked/deep/2.jpg > ", "UNKNOWN",
                "locked too/3.jpg > ", "MISSING",
                "stat fails.jpg > ", "UNKNOWN",
                "locked/5.jpg > ", "STILL_MISSING",
                "locked/seen.jpg > locked/seen.jpg", "UNCHANGED"));
  }

  @Test
  void a_file_without_a_time_is_the_same_by_size_and_never_moved() {
    Dataset<Row> known =
        known(untimed("same.jpg", 10), untimed("grew.jpg", 20), untimed("a/gone.jpg", 30));
    Dataset<Row> listed =
        listed(
            file("same.jpg", 10, Optional.empty()),
            file("grew.jpg", 21, Optional.empty()),
            file("b/gone.jpg", 30, Optional.empty()));

    assertThat(changes(ListingDiff.withMoves(ListingDiff.byPath(known, listed))))
        .isEqualTo(
            Map.of(
                "same.jpg > same.jpg", "UNCHANGED",
                "grew.jpg > grew.jpg", "CHANGED",
                "a/gone.jpg > ", "MISSING",
                " > b/gone.jpg", "NEW"));
  }

  @Test
  void a_size_and_time_that_other_contents_have_too_proves_no_move_and_nothing_stays_believed() {
    Dataset<Row> known =
        known(
            present("raw/1.nef", 10, 1),
            present("raw/2.nef", 10, 1),
            present("raw/3.nef", 10, 1),
            present("a/moved and copied.jpg", 20, 2),
            copy("a/same.jpg", 30, 3),
            copy("b/same too.jpg", 30, 3),
            missing("a/back.jpg", 40, 4),
            present("a/other.jpg", 40, 4),
            present("a/overwritten.jpg", 50, 5),
            present("a/source.jpg", 60, 6));
    Dataset<Row> listed =
        listed(
            file("raw/1.nef", 10, 1),
            file("raw/2.nef", 10, 1),
            file("c/moved and copied.jpg", 20, 2),
            file("c/copy.jpg", 20, 2),
            file("c/same.jpg", 30, 3),
            file("b/same too.jpg", 30, 3),
            file("a/back.jpg", 40, 4),
            file("a/other.jpg", 40, 4),
            file("a/overwritten.jpg", 60, 6),
            file("c/source.jpg", 60, 6));

    Dataset<Row> pairs = SharedStamps.doubted(ListingDiff.byPath(known, listed));

    assertThat(changes(ListingDiff.withMoves(pairs)))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("raw/1.nef > raw/1.nef", "DOUBTED"),
                Map.entry("raw/2.nef > raw/2.nef", "DOUBTED"),
                Map.entry("raw/3.nef > ", "MISSING"),
                Map.entry("a/moved and copied.jpg > ", "MISSING"),
                Map.entry(" > c/moved and copied.jpg", "NEW"),
                Map.entry(" > c/copy.jpg", "NEW"),
                Map.entry("a/same.jpg > c/same.jpg", "MOVED"),
                Map.entry("b/same too.jpg > b/same too.jpg", "UNCHANGED"),
                Map.entry("a/back.jpg > a/back.jpg", "DOUBTED"),
                Map.entry("a/other.jpg > a/other.jpg", "DOUBTED"),
                Map.entry("a/overwritten.jpg > a/overwritten.jpg", "CHANGED"),
                Map.entry("a/source.jpg > ", "MISSING"),
                Map.entry(" > c/source.jpg", "NEW")));
  }

  private static Map<String, String> changes(Dataset<Row> pairs) {
    Map<String, String> changes = new TreeMap<>();
    for (Row pair :
        pairs.select("old.relative_path", "now.relative_path", "change").collectAsList()) {
      String old = pair.isNullAt(0) ? "" : pair.getString(0);
      String now = pair.isNullAt(1) ? "" : pair.getString(1);
      assertThat(changes.put(old + " > " + now, pair.getString(2))).isNull();
    }
    return changes;
  }

  private static Dataset<Row> known(Row... rows) {
    return SharedSpark.session().createDataFrame(List.of(rows), FilesTable.SPEC.schema());
  }

  private static Dataset<Row> listed(Row... rows) {
    return SharedSpark.session().createDataFrame(List.of(rows), ListingRows.SCHEMA);
  }

  private static Row present(String name, long size, int minute) {
    return known(name, size, Timestamp.from(minute(minute)), FilesTable.PRESENT);
  }

  private static Row missing(String name, long size, int minute) {
    return known(name, size, Timestamp.from(minute(minute)), FilesTable.MISSING);
  }

  private static Row copy(String name, long size, int minute) {
    return known(name, size, Timestamp.from(minute(minute)), FilesTable.PRESENT, "one content");
  }

  private static Row untimed(String name, long size) {
    return known(name, size, null, FilesTable.PRESENT);
  }

  private static Row known(String name, long size, Timestamp modified, String state) {
    return known(name, size, modified, state, "content of " + name);
  }

  private static Row known(
      String name, long size, Timestamp modified, String state, String sha256) {
    return RowFactory.create(
        "catalog",
        "id of " + name,
        ROOT + "/" + name,
        ROOT,
        name,
        size,
        modified,
        FilesTable.MEDIA,
        state,
        new String[0],
        sha256,
        new Row[0],
        "run-1",
        "run-1",
        null,
        null,
        null,
        null);
  }

  private static Row file(String name, long size, int minute) {
    return file(name, size, Optional.of(minute(minute)));
  }

  private static Row file(String name, long size, Optional<Instant> modified) {
    NameRules any = new NameRules(List.of("*"), List.of(), List.of(), List.of());
    return ListingRow.of(ROOT, new Entry.File(ROOT + "/" + name, size, modified), any, List.of());
  }

  private static Row problem(String name, String reason) {
    return ListingRow.of(
        ROOT, new Entry.Problem(ROOT + "/" + name, reason, "for a test"), Sources.NAMES, List.of());
  }

  private static Instant minute(int minute) {
    return Instant.parse("2024-05-31T12:00:00Z").plusSeconds(60L * minute);
  }
}
