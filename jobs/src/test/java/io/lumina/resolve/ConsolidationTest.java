package io.lumina.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.meta.xmp.XmpAdditions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsolidationTest {
  private static final Knowledge NOTHING = knows("kept.jpg");

  @Test
  void sets_are_joined_and_the_highest_rating_wins() {
    Consolidation learned =
        Consolidation.of(rated(2, "sea"), List.of(rated(5, "sea", "dusk"), rated(-1, "friends")));

    assertThat(learned.additions().rating()).hasValue(5);
    assertThat(learned.additions().keywords()).containsExactly("dusk", "friends");
    assertThat(learned.words()).isEqualTo("rating 5; keywords dusk, friends");
  }

  @Test
  void what_the_kept_picture_says_is_not_said_again() {
    assertThat(Consolidation.of(rated(4, "sea"), List.of(rated(3, "sea"))).additions().isEmpty())
        .isTrue();
  }

  @Test
  void one_title_is_learned_and_two_are_for_a_person() {
    Knowledge evening = titled("Evening");

    assertThat(Consolidation.of(NOTHING, List.of(evening, evening)).additions().title())
        .hasValue("Evening");
    Consolidation two = Consolidation.of(evening, List.of(titled("Morning")));
    assertThat(two.additions().title()).isEmpty();
    assertThat(two.conflicts()).containsExactly("Two titles: 'Evening' and 'Morning'");
  }

  @Test
  void a_position_is_learned_unless_another_is_farther_than_a_hundred_metres() {
    assertThat(Consolidation.of(NOTHING, List.of(at(46.95, 7.44))).additions().position())
        .hasValue(new XmpAdditions.Position(46.95, 7.44));
    assertThat(Consolidation.of(at(46.95, 7.44), List.of(at(46.9505, 7.44))).conflicts()).isEmpty();
    assertThat(Consolidation.of(at(46.95, 7.44), List.of(at(46.952, 7.44))).conflicts())
        .singleElement()
        .asString()
        .contains("223 m apart");
    assertThat(Consolidation.of(at(10, 179.9999), List.of(at(10, -179.9999))).conflicts())
        .isEmpty();
  }

  @Test
  void a_sure_time_is_learned_by_a_picture_that_has_none() {
    assertThat(Consolidation.of(taken("A", 70), List.of(taken("B", 95))).additions().taken())
        .hasValue("B");
    assertThat(Consolidation.of(taken("A", 95), List.of(taken("B", 97))).additions().taken())
        .isEmpty();
    assertThat(Consolidation.of(taken("A", 30), List.of(taken("B", 70))).additions().taken())
        .isEmpty();
  }

  private static Knowledge knows(String path) {
    return with(path, null, List.of(), null, null, null, null, 30);
  }

  private static Knowledge rated(int stars, String... keywords) {
    return with("a.jpg", stars, List.of(keywords), null, null, null, null, 30);
  }

  private static Knowledge titled(String title) {
    return with("a.jpg", null, List.of(), title, null, null, null, 30);
  }

  private static Knowledge at(double north, double east) {
    return with("a.jpg", null, List.of(), null, north, east, null, 30);
  }

  private static Knowledge taken(String time, int confidence) {
    return with("a.jpg", null, List.of(), null, null, null, time, confidence);
  }

  private static Knowledge with(
      String path,
      Integer rating,
      List<String> keywords,
      String title,
      Double north,
      Double east,
      String taken,
      int confidence) {
    return new Knowledge(
        path,
        Optional.ofNullable(rating),
        keywords,
        Optional.ofNullable(title),
        Optional.empty(),
        Optional.ofNullable(north),
        Optional.ofNullable(east),
        Optional.ofNullable(taken),
        confidence,
        List.of());
  }
}
