package io.lumina.duplicates.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.duplicates.group.PickCandidate.Quality;
import io.lumina.duplicates.group.PickOrderTest.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickExplanationTest {
  private static final Quality JPEG = new Quality(25, 23.91, 0.5, 8, 57.41);
  private static final Quality SMALL = new Quality(25, 20, 0.4, 8, 53.4);
  private static final Quality PNG = new Quality(35, 23.91, 3, 8, 69.91);

  @Test
  void the_pick_names_components_runner_up_margin_and_rule() {
    assertThat(
            PickExplanation.primary(
                new Draft(JPEG).path("/photos/IMG_1.JPG").build(),
                List.of(
                    new Draft(SMALL).path("/photos/last.jpg").unreadable().build(),
                    new Draft(SMALL).path("/photos/IMG_1-small.jpg").build())))
        .isEqualTo(
            "IMG_1.JPG is the pick with 57.41 points (format 25.00, resolution 23.91, size 0.50,"
                + " sharpness 8.00), ahead of IMG_1-small.jpg with 53.40 points: its score is"
                + " higher by 4.01 points.");
  }

  @Test
  void a_camera_file_that_beats_a_higher_score_says_why() {
    assertThat(
            PickExplanation.primary(
                new Draft(JPEG).camera().path("IMG_1.JPG").build(),
                List.of(new Draft(PNG).path("IMG_1.png").build())))
        .endsWith(
            "ahead of IMG_1.png with 69.91 points: it shows that it comes from a camera, and the"
                + " other only gained 12.50 points by being written anew.");
  }

  @Test
  void each_rule_has_words_of_its_own() {
    PickCandidate other = new Draft(JPEG).build();

    assertThat(
            List.of(
                    new Draft(JPEG).kept().build(),
                    new Draft(JPEG).pixels(13).build(),
                    new Draft(JPEG).bytes(13).build(),
                    new Draft(JPEG).fields(13).build(),
                    new Draft(JPEG).confidence(95).build(),
                    new Draft(JPEG).root(0).build(),
                    new Draft(JPEG).modified("2001-01-01T00:00:00Z").build(),
                    new Draft(JPEG).path("/a/0.jpg").build())
                .stream()
                .map(pick -> PickExplanation.primary(pick, List.of(other)))
                .map(sentence -> sentence.substring(sentence.lastIndexOf(": ") + 2)))
        .containsExactly(
            "a person chose to keep it.",
            "equal scores, but 1 pixels more.",
            "equal scores, but 1 bytes more.",
            "equal picture, but 13 metadata fields against 12.",
            "equal picture, but its date is surer (95 against 70 of 100).",
            "equal files, but it lies in the preferred folder of the catalog.",
            "equal files, but it is the older one.",
            "equal files, and its path comes first in the alphabet.");
  }

  @Test
  void what_people_rejected_or_archived_is_said() {
    PickCandidate pick = new Draft(JPEG).path("/a/IMG_1.JPG").build();
    PickCandidate rejected = new Draft(PNG).path("/b/x.png").standing(Standing.REJECTED).build();
    PickCandidate archived = new Draft(PNG).path("/b/y.png").standing(Standing.ARCHIVED).build();

    assertThat(PickExplanation.primary(pick, List.of(rejected)))
        .endsWith("ahead of x.png with 69.91 points: a person rejected the other.");
    assertThat(PickExplanation.primary(pick, List.of(archived, rejected)))
        .endsWith("ahead of y.png with 69.91 points: the other is archived.");
    assertThat(PickExplanation.member(pick, rejected, 0, "exact"))
        .isEqualTo(
            "x.png has the same bytes as the pick IMG_1.JPG; the pick wins: a person rejected the"
                + " other.");
    assertThat(PickExplanation.primary(rejected, List.of(rejected)))
        .endsWith(", and a person rejected it like all others of its group.");
  }

  @Test
  void members_say_how_they_belong() {
    PickCandidate pick = new Draft(JPEG).path("/a/IMG_1.JPG").build();
    PickCandidate member = new Draft(SMALL).path("/b/small.jpg").build();

    assertThat(PickExplanation.member(pick, member, 0, "exact"))
        .isEqualTo("small.jpg has the same bytes as the pick IMG_1.JPG.");
    assertThat(PickExplanation.member(pick, member, 3, "near"))
        .isEqualTo(
            "small.jpg shows the same picture as the pick IMG_1.JPG (3 of 64 hash bits differ);"
                + " the pick wins: its score is higher by 4.01 points.");
    assertThatThrownBy(() -> PickExplanation.member(pick, member, 3, "cousin"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Relation is 'cousin', but must be exact or near");
  }

  @Test
  void a_hostile_name_stays_on_one_line() {
    String sentence =
        PickExplanation.primary(
            new Draft(JPEG).path("/a/evil\n\u001b[2J\u202egpj.exe\u2028\u0085").build(), List.of());

    assertThat(sentence)
        .startsWith("evil??[2J?gpj.exe?? is the pick")
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");
    assertThat(
            PickExplanation.primary(
                new Draft(JPEG).path("/a/" + "\ud83d\ude00".repeat(200)).build(), List.of()))
        .startsWith("\ud83d\ude00".repeat(79) + "… is the pick");
  }
}
