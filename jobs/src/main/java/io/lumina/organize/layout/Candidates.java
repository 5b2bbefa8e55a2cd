package io.lumina.organize.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Places that a unit could have, from the wanted ones on. Those of one number are always alike. */
final class Candidates {
  private final UnitNames names;
  private final OnClash onClash;

  Candidates(UnitNames names, OnClash onClash) {
    this.names = names;
    this.onClash = onClash;
  }

  Unit unit() {
    return names.unit();
  }

  List<FilePlace> wanted() {
    return names.suffixed("");
  }

  boolean leadsAsWanted(Claims claims) {
    return claims.there(names.lead(""));
  }

  /**
   * Places at which its leading file lies: an earlier plan put it there, whatever it was told to do
   * on a clash.
   */
  List<List<FilePlace>> begun(Claims claims) {
    return Stream.of("", suffix(1), suffix(2), onClash == OnClash.UUID ? eight() : uuid())
        .filter(suffix -> claims.there(names.lead(suffix)))
        .map(names::suffixed)
        .toList();
  }

  /** The next one to try; none where a unit is rather skipped than called otherwise. */
  Optional<List<FilePlace>> at(int number) {
    return number > 0 && onClash == OnClash.SKIP
        ? Optional.empty()
        : Optional.of(names.suffixed(suffix(number)));
  }

  /** Two units of one first file may differ in their sidecars: those get digits of all contents. */
  private String suffix(int number) {
    return switch (number) {
      case 0 -> "";
      case 1 -> onClash == OnClash.UUID ? uuid() : eight();
      default -> "_" + Checksums.ofAll(unit().files(), number - 1);
    };
  }

  private String eight() {
    return "_" + Checksums.eight(unit().primary().sha256());
  }

  private String uuid() {
    return "_" + Checksums.uuid(unit().primary().sha256());
  }
}
