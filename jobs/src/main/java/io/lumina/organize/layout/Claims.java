package io.lumina.organize.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which content has which name: on the target, and by what was decided so far. */
final class Claims {
  private final Folding folding;
  private final Taken taken;
  private final Map<String, Claim> claims = new HashMap<>();

  Claims(Folding folding, Taken taken) {
    this.folding = folding;
    this.taken = taken;
  }

  /** Whether all of these contents lie where they should. */
  boolean there(List<FilePlace> places) {
    return places.stream().allMatch(this::there);
  }

  boolean there(FilePlace place) {
    return taken.checksum(key(place)).filter(place.file().sha256()::equals).isPresent();
  }

  /** Whether none of these names holds other content. */
  boolean free(List<FilePlace> places) {
    return clash(places).isEmpty();
  }

  /** The first of these targets that other content has. */
  Optional<String> clash(List<FilePlace> places) {
    return places.stream()
        .filter(
            place -> content(place).filter(sha -> !sha.equals(place.file().sha256())).isPresent())
        .map(FilePlace::target)
        .findFirst();
  }

  /** Who brings what is not there yet, if others bring all of that. */
  Optional<String> broughtBy(List<FilePlace> places) {
    List<FilePlace> missing = places.stream().filter(place -> !there(place)).toList();
    boolean all = missing.stream().allMatch(place -> claims.containsKey(key(place)));
    return all
        ? missing.stream().map(place -> claims.get(key(place)).by()).findFirst()
        : Optional.empty();
  }

  void claim(Unit unit, List<FilePlace> places) {
    for (FilePlace place : places) {
      claims.putIfAbsent(key(place), new Claim(place.file().sha256(), unit.primary().source()));
    }
  }

  private Optional<String> content(FilePlace place) {
    String key = key(place);
    return taken.checksum(key).or(() -> Optional.ofNullable(claims.get(key)).map(Claim::sha256));
  }

  private String key(FilePlace place) {
    return folding.key(place.target());
  }

  private record Claim(String sha256, String by) {}
}
