package io.lumina.organize.layout;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Units written in a line, for tests. */
final class Units {
  static final LocalDateTime NEW_YEAR = LocalDateTime.of(2020, 1, 2, 3, 4, 5);
  static final PictureFacts FACTS = PictureFacts.taken("home", NEW_YEAR);
  static final Folding CASE_TOLD = path -> path;

  private Units() {}

  /** Sixty-four times this digit. */
  static String sha(String digit) {
    return digit.repeat(64);
  }

  static UnitFile primary(String source, String sha256) {
    return new UnitFile(source, last(source), sha256, true, Optional.empty());
  }

  static UnitFile other(String source, String sha256) {
    return new UnitFile(source, last(source), sha256, false, Optional.empty());
  }

  static UnitFile sidecar(String source, String sha256, String picture) {
    return new UnitFile(source, last(source), sha256, false, Optional.of(picture));
  }

  static Unit unit(UnitFile... files) {
    return new Unit(List.of(files), FACTS);
  }

  static UnitPlaces places(Strategy strategy) {
    return new UnitPlaces(Layout.of(strategy), CleanName.LONGEST, CASE_TOLD);
  }

  static UnitPlaces places(String template) {
    return new UnitPlaces(
        Layout.of("template", Optional.of(template)), CleanName.LONGEST, CASE_TOLD);
  }

  static List<String> targets(UnitPlaces places, UnitFile... files) {
    return places.of(unit(files)).stream().map(FilePlace::target).toList();
  }

  static List<String> targets(PlacedUnit placed) {
    return placed.files().stream().map(PlacedFile::target).toList();
  }

  static Stream<String> names(String target) {
    return Stream.of(target.split("/", -1));
  }

  private static String last(String source) {
    return source.substring(source.lastIndexOf('/') + 1);
  }
}
