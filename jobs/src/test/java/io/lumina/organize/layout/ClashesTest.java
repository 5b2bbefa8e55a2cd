package io.lumina.organize.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClashesTest {
  private static final String A = Units.sha("a");
  private static final String B = Units.sha("b");
  private static final String C = Units.sha("c");

  @Test
  void of_two_contents_with_one_name_the_lower_source_gets_it() {
    List<Unit> units =
        new ArrayList<>(
            List.of(
                Units.unit(Units.primary("/in/1/IMG.jpg", A)),
                Units.unit(Units.primary("/in/2/IMG.jpg", B))));
    List<PlacedUnit> placed = plan(OnClash.SUFFIX, units, Map.of());
    Collections.reverse(units);

    assertThat(placed)
        .extracting(PlacedUnit::outcome)
        .containsExactly(Outcome.AS_WANTED, Outcome.SUFFIXED);
    assertThat(placed)
        .flatExtracting(Units::targets)
        .containsExactly("IMG.jpg", "IMG_bbbbbbbb.jpg");
    assertThat(placed.get(1).clash()).hasValue("IMG.jpg");
    assertThat(plan(OnClash.SUFFIX, units, Map.of())).isEqualTo(placed);
  }

  @Test
  void whose_content_lies_at_a_name_keeps_it_whatever_comes_before() {
    List<PlacedUnit> placed =
        plan(
            OnClash.SUFFIX,
            List.of(
                Units.unit(Units.primary("/in/1/IMG.jpg", A)),
                Units.unit(Units.primary("/in/2/IMG.jpg", B))),
            Map.of("IMG.jpg", B));

    assertThat(placed)
        .extracting(PlacedUnit::outcome)
        .containsExactly(Outcome.SUFFIXED, Outcome.ALREADY_THERE);
    assertThat(placed)
        .flatExtracting(Units::targets)
        .containsExactly("IMG_aaaaaaaa.jpg", "IMG.jpg");
  }

  @Test
  void a_photo_that_lies_at_its_name_gets_its_clip_before_a_stranger_does() {
    List<PlacedUnit> placed =
        plan(
            OnClash.SUFFIX,
            List.of(
                Units.unit(Units.primary("/in/1/IMG.MOV", A)),
                Units.unit(Units.primary("/in/2/IMG.HEIC", B), Units.other("/in/2/IMG.MOV", C))),
            Map.of("IMG.HEIC", B));

    assertThat(placed)
        .flatExtracting(Units::targets)
        .containsExactly("IMG_aaaaaaaa.MOV", "IMG.HEIC", "IMG.MOV");
  }

  @Test
  void a_unit_whose_sidecar_finds_its_name_taken_is_called_otherwise_as_a_whole() {
    Unit unit =
        Units.unit(
            Units.primary("/in/IMG.CR2", A),
            Units.other("/in/IMG.JPG", B),
            Units.sidecar("/in/IMG.xmp", C, "IMG.CR2"));

    PlacedUnit placed = plan(OnClash.SUFFIX, List.of(unit), Map.of("IMG.xmp", "not read")).get(0);

    assertThat(Units.targets(placed))
        .containsExactly("IMG_aaaaaaaa.CR2", "IMG_aaaaaaaa.JPG", "IMG_aaaaaaaa.xmp");
    assertThat(placed.clash()).hasValue("IMG.xmp");
  }

  @Test
  void one_photo_with_three_sidecars_is_three_units_with_three_names() {
    List<Unit> units = new ArrayList<>();
    for (String digit : List.of("1", "2", "3")) {
      units.add(
          Units.unit(
              Units.primary("/in/" + digit + "/IMG.jpg", A),
              Units.sidecar("/in/" + digit + "/IMG.jpg.xmp", Units.sha(digit), "IMG.jpg")));
    }

    List<PlacedUnit> placed = plan(OnClash.SUFFIX, units, Map.of());

    assertThat(placed).flatExtracting(Units::targets).doesNotHaveDuplicates().hasSize(6);
    assertThat(placed.get(1).files().get(0).target()).isEqualTo("IMG_aaaaaaaa.jpg");
    assertThat(placed.get(2).files().get(0).target()).matches("IMG_[0-9a-f]{8}\\.jpg");
  }

  @Test
  void an_exact_copy_is_brought_once() {
    List<PlacedUnit> placed =
        plan(
            OnClash.SUFFIX,
            List.of(
                Units.unit(Units.primary("/in/1/IMG.jpg", A)),
                Units.unit(Units.primary("/in/2/IMG.jpg", A))),
            Map.of());

    assertThat(placed)
        .extracting(PlacedUnit::outcome)
        .containsExactly(Outcome.AS_WANTED, Outcome.ALREADY_THERE);
    assertThat(placed.get(1).broughtBy()).hasValue("/in/1/IMG.jpg");
    assertThat(placed.get(1).files()).extracting(PlacedFile::there).containsExactly(false);
  }

  @Test
  void a_suffixed_unit_stays_when_the_plain_name_becomes_free() {
    Unit unit = Units.unit(Units.primary("/in/2/IMG.jpg", B));

    for (OnClash onClash : OnClash.values()) {
      assertThat(plan(onClash, List.of(unit), Map.of("IMG_bbbbbbbb.jpg", B)))
          .as("told to %s", onClash)
          .extracting(PlacedUnit::outcome)
          .containsExactly(Outcome.ALREADY_THERE);
    }
  }

  @Test
  void a_sidecar_that_comes_later_goes_to_its_suffixed_picture() {
    Unit unit =
        Units.unit(Units.primary("/in/IMG.jpg", B), Units.sidecar("/in/IMG.jpg.xmp", C, "IMG.jpg"));

    PlacedUnit placed = plan(OnClash.SUFFIX, List.of(unit), Map.of("IMG_bbbbbbbb.jpg", B)).get(0);

    assertThat(placed.files())
        .containsExactly(
            new PlacedFile(unit.files().get(0), "IMG_bbbbbbbb.jpg", true),
            new PlacedFile(unit.files().get(1), "IMG_bbbbbbbb.jpg.xmp", false));
  }

  @Test
  void a_uuid_follows_from_the_checksum_and_skipping_leaves_the_file_where_it_is() {
    Unit unit = Units.unit(Units.primary("/in/IMG.jpg", A));
    Map<String, String> taken = Map.of("IMG.jpg", B);

    PlacedUnit uuid = plan(OnClash.UUID, List.of(unit), taken).get(0);
    PlacedUnit skipped = plan(OnClash.SKIP, List.of(unit), taken).get(0);

    assertThat(uuid.outcome()).isEqualTo(Outcome.UUID);
    assertThat(Units.targets(uuid))
        .containsExactly("IMG_" + Checksums.uuid(A) + ".jpg")
        .isEqualTo(Units.targets(plan(OnClash.UUID, List.of(unit), taken).get(0)));
    assertThat(skipped.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(skipped.changesSomething()).isFalse();
    assertThat(skipped.clash()).hasValue("IMG.jpg");
  }

  @Test
  void names_are_compared_as_the_target_compares_them() {
    List<Unit> units =
        List.of(
            Units.unit(Units.primary("/in/1/IMG.jpg", A)),
            Units.unit(Units.primary("/in/2/img.JPG", B)));
    Folding folding = path -> path.toLowerCase(Locale.ROOT);
    UnitPlaces places = new UnitPlaces(Layout.of(Strategy.FLAT), CleanName.LONGEST, folding);

    assertThat(new Clashes(places, OnClash.SUFFIX).resolve(units, key -> Optional.empty()))
        .flatExtracting(Units::targets)
        .containsExactly("IMG.jpg", "img_bbbbbbbb.JPG");
    assertThat(plan(OnClash.SUFFIX, units, Map.of()))
        .flatExtracting(Units::targets)
        .containsExactly("IMG.jpg", "img.JPG");
  }

  @Test
  void a_file_that_is_called_like_the_suffixed_name_of_another_is_not_overwritten() {
    List<PlacedUnit> placed =
        plan(
            OnClash.SUFFIX,
            List.of(
                Units.unit(Units.primary("/in/1/IMG.jpg", A)),
                Units.unit(Units.primary("/in/2/IMG.jpg", B)),
                Units.unit(Units.primary("/in/0/IMG_bbbbbbbb.jpg", C))),
            Map.of());

    assertThat(placed).flatExtracting(Units::targets).doesNotHaveDuplicates();
    assertThat(Units.targets(placed.get(2)).get(0)).matches("IMG_[0-9a-f]{8}\\.jpg");
  }

  private static List<PlacedUnit> plan(
      OnClash onClash, List<Unit> units, Map<String, String> taken) {
    return new Clashes(Units.places(Strategy.FLAT), onClash)
        .resolve(units, key -> Optional.ofNullable(taken.get(key)));
  }
}
