package io.lumina.scan.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ListingDigestTest {
  private static final Instant TIME = Instant.parse("2024-05-06T07:08:09.123Z");
  private static final NameRules NAMES =
      new NameRules(List.of("jpg"), List.of("xmp"), List.of(), List.of());
  private static final Row A = file("/p/a.jpg", 1, TIME, List.of());
  private static final Row B = file("/p/b.jpg", 2, TIME, List.of());

  @Test
  void the_order_of_a_listing_does_not_count() {
    assertThat(digest(A, B)).isEqualTo(digest(B, A));
  }

  @Test
  void a_file_more_a_file_less_and_a_file_twice_are_other_listings() {
    assertThat(List.of(digest(), digest(A), digest(A, A), digest(A, B))).doesNotHaveDuplicates();
  }

  @Test
  void each_thing_that_a_scan_compares_makes_another_listing() {
    assertThat(
            List.of(
                digest(A),
                digest(file("/p/A.jpg", 1, TIME, List.of())),
                digest(file("/p/a.jpg", 3, TIME, List.of())),
                digest(file("/p/a.jpg", 1, TIME.plusMillis(1), List.of())),
                digest(file("/p/a.jpg", 1, TIME, List.of("/p/a.xmp"))),
                digest(linked("1:2", 2)),
                digest(linked("1:3", 2)),
                digest(ListingRow.of("/p", unreadable("/p/a.jpg"), NAMES, List.of()))))
        .doesNotHaveDuplicates();
  }

  @Test
  void how_many_names_a_file_has_does_not_count() {
    assertThat(digest(linked("1:2", 2))).isEqualTo(digest(linked("1:2", 9)));
  }

  private static Entry unreadable(String path) {
    return new Entry.Problem(path, Entry.Problem.UNREADABLE, "AccessDenied");
  }

  private static Row linked(String key, int names) {
    return ListingRow.of(
        "/p",
        new Entry.File("/p/a.jpg", 1, Optional.of(TIME), Optional.of(new HardLink(key, names))),
        NAMES,
        List.of());
  }

  private static Row file(String path, long size, Instant modified, List<String> sidecars) {
    return ListingRow.of("/p", new Entry.File(path, size, Optional.of(modified)), NAMES, sidecars);
  }

  private static String digest(Row... rows) {
    return ListingDigest.of(List.of(rows)).toString();
  }
}
