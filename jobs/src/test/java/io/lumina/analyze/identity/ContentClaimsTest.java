package io.lumina.analyze.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.analyze.identity.Claim.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The files of one content. */
class ContentClaimsTest {
  private static final String NOW = "scan of this night";
  private static final String BEFORE = "scan of another night";

  @Test
  void what_left_in_the_same_scan_goes_before_what_is_missing_for_long_under_the_same_name() {
    assertThat(
            taken(
                gone("a/img.jpg", BEFORE, 1),
                gone("z/other.jpg", NOW, 1),
                wants("new/img.jpg", NOW, 1)))
        .isEqualTo(Map.of("new/img.jpg", "z/other.jpg"));
  }

  @Test
  void of_those_that_left_together_the_same_name_and_time_then_the_name_then_the_path_decides() {
    assertThat(
            taken(
                gone("a/img.jpg", NOW, 1),
                gone("b/img.jpg", NOW, 2),
                gone("c/other.jpg", NOW, 3),
                wants("x/img.jpg", NOW, 2),
                wants("y/img.jpg", NOW, 9),
                wants("y/new.jpg", NOW, 9),
                wants("z/copy.jpg", NOW, 9)))
        .isEqualTo(
            Map.of(
                "x/img.jpg", "b/img.jpg",
                "y/img.jpg", "a/img.jpg",
                "y/new.jpg", "c/other.jpg"));
  }

  @Test
  void files_that_hold_a_content_or_may_hold_it_give_no_id_away() {
    ContentClaims claims =
        new ContentClaims(
            List.of(
                wants("new.jpg", NOW, 1),
                claim(Kind.HOLDS, "copy.jpg", NOW, 1),
                claim(Kind.WAITS, "locked.jpg", NOW, 1)));

    assertThat(claims.taken()).isEmpty();
    assertThat(claims.isKnown()).isTrue();
    assertThat(claims.lies()).isTrue();
    assertThat(claims.mayLie()).isTrue();
  }

  @Test
  void a_content_that_came_to_two_files_at_once_was_not_known() {
    ContentClaims claims =
        new ContentClaims(List.of(wants("a.jpg", NOW, 1), wants("b.jpg", NOW, 1)));

    assertThat(claims.isKnown()).isFalse();
    assertThat(claims.lies()).isTrue();
  }

  private static Map<String, String> taken(Claim... claims) {
    Map<String, String> taken = new TreeMap<>();
    new ContentClaims(List.of(claims))
        .taken()
        .forEach((file, from) -> taken.put(file.path(), from.path()));
    return taken;
  }

  private static Claim wants(String path, String scan, long modified) {
    return claim(Kind.WANTS, path, scan, modified);
  }

  private static Claim gone(String path, String scan, long modified) {
    return claim(Kind.LEFT, path, scan, modified);
  }

  private static Claim claim(Kind kind, String path, String scan, long modified) {
    return new Claim(kind, path, kind != Kind.LEFT, modified, scan, "id of " + path, "first");
  }
}
