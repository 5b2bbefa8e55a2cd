package io.lumina.organize.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
  private static final String SHA = "abcdef01".repeat(8);

  @ParameterizedTest
  @CsvSource({
    "date, 2020/2020-01-02/IMG_1.JPG",
    "flat, IMG_1.JPG",
    "lumina, 2020/01-02/030405_abcdef01.JPG",
    "lumilio-date, inbox/2020/01/IMG_1.JPG",
  })
  void layouts_by_name_keep_names_or_say_when_a_picture_was_taken(String word, String target) {
    Layout layout = Layout.of(word, Optional.empty());
    UnitPlaces places = new UnitPlaces(layout, CleanName.LONGEST, Units.CASE_TOLD);

    assertThat(Units.targets(places, Units.primary("/in/IMG_1.JPG", SHA))).containsExactly(target);
  }

  @Test
  void layouts_by_content_hold_the_whole_checksum() {
    UnitFile file = Units.primary("/in/IMG_1.JPG", SHA);

    assertThat(Units.targets(Units.places(Strategy.CAS), file))
        .containsExactly("ab/cd/ef/" + SHA + ".jpg");
    assertThat(Units.targets(Units.places(Strategy.LUMILIO_CAS), file))
        .containsExactly("inbox/ab/cd/ef/" + SHA + ".jpg");
    assertThat(Units.targets(Units.places(Strategy.PHOTO_PROCESSOR), file))
        .containsExactly("originals/2020/01/" + SHA + "_IMG_1.JPG");
  }

  @Test
  void a_template_of_ones_own_takes_the_place_of_the_usual_one() {
    assertThat(Layout.of("date", Optional.of("{yyyy}/{name}")).template().text())
        .isEqualTo("{yyyy}/{name}");
    assertThat(Layout.of("template", Optional.of("{make}/{name}")).needsDate()).isFalse();
    assertThat(Layout.of(Strategy.FLAT).needsDate()).isFalse();
    assertThat(Layout.of(Strategy.DATE).needsDate()).isTrue();
  }

  @Test
  void a_strategy_that_is_not_there_is_answered_with_those_that_are() {
    assertUsage(
        () -> Layout.of("dates", Optional.empty()),
        "there is no strategy 'dates'; use one of date, flat, cas, template, lumina,"
            + " photo-processor, lumilio-date, lumilio-cas");
    assertUsage(
        () -> Layout.of("template", Optional.empty()),
        "strategy 'template' needs a template such as {yyyy}/{yyyy-MM-dd}/{name}");
    assertUsage(
        () -> Layout.of("cas", Optional.of("{name}")),
        "strategy 'cas' has its own template; leave '{name}' out, or use the strategy 'template'");
    assertUsage(
        () -> OnClash.of("overwrite"),
        "--on-clash cannot be 'overwrite'; use one of suffix, uuid, skip");
  }

  private static void assertUsage(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessage(message);
  }
}
