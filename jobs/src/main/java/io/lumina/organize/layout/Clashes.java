package io.lumina.organize.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives each unit names that nobody else has. A name is never taken from what lies there, a unit
 * that lies anywhere it may lie stays, and of those that come at once the lowest source is first:
 * so whatever order units are looked at in, and however often, the answer is the same.
 */
public final class Clashes {
  private static final Comparator<Candidates> BY_SOURCE =
      Comparator.comparing(candidates -> candidates.unit().primary().source());

  private final UnitPlaces places;
  private final OnClash onClash;

  public Clashes(UnitPlaces places, OnClash onClash) {
    this.places = Objects.requireNonNull(places, "places");
    this.onClash = Objects.requireNonNull(onClash, "onClash");
  }

  /**
   * Units by the source of their leading file. All units of one {@link UnitPlaces#folderKey} belong
   * into one call: a suffixed name of one can be the plain name of another.
   */
  public List<PlacedUnit> resolve(Collection<Unit> units, Taken taken) {
    Claims claims = new Claims(places.folding(), taken);
    List<PlacedUnit> placed = new ArrayList<>();
    List<Candidates> coming = new ArrayList<>();
    for (Unit unit : units) {
      Candidates candidates = new Candidates(new UnitNames(places, unit), onClash);
      Optional<List<FilePlace>> home =
          candidates.begun(claims).stream().filter(claims::there).findFirst();
      if (home.isPresent()) {
        placed.add(settled(unit, home.get(), claims));
      } else {
        coming.add(candidates);
      }
    }
    coming.stream()
        .sorted(
            Comparator.comparing((Candidates unit) -> !unit.leadsAsWanted(claims))
                .thenComparing(BY_SOURCE))
        .forEach(unit -> placed.add(place(unit, claims)));
    placed.sort(Comparator.comparing(unit -> unit.unit().primary().source()));
    return placed;
  }

  /** What {@link Taken} is asked for this target. */
  public String key(String target) {
    return places.folding().key(target);
  }

  private PlacedUnit place(Candidates candidates, Claims claims) {
    Optional<List<FilePlace>> begun =
        candidates.begun(claims).stream().filter(claims::free).findFirst();
    if (onClash != OnClash.SKIP && begun.isPresent()) {
      return claimed(candidates, begun.get(), claims);
    }
    for (int number = 0; ; number++) {
      Optional<List<FilePlace>> next = candidates.at(number);
      if (next.isEmpty()) {
        return skipped(candidates, claims);
      }
      if (claims.free(next.get())) {
        return claimed(candidates, next.get(), claims);
      }
    }
  }

  private PlacedUnit claimed(Candidates candidates, List<FilePlace> chosen, Claims claims) {
    boolean wanted = chosen.equals(candidates.wanted());
    Optional<String> broughtBy = claims.broughtBy(chosen);
    Outcome outcome = wanted ? Outcome.AS_WANTED : renamed();
    PlacedUnit placed =
        new PlacedUnit(
            candidates.unit(),
            broughtBy.isPresent() ? Outcome.ALREADY_THERE : outcome,
            files(chosen, claims),
            // Looked for before the claim, which would show the unit as in its own way.
            wanted ? Optional.empty() : claims.clash(candidates.wanted()),
            broughtBy);
    claims.claim(candidates.unit(), chosen);
    return placed;
  }

  private Outcome renamed() {
    return onClash == OnClash.UUID ? Outcome.UUID : Outcome.SUFFIXED;
  }

  private static PlacedUnit settled(Unit unit, List<FilePlace> home, Claims claims) {
    List<PlacedFile> files = files(home, claims);
    return new PlacedUnit(unit, Outcome.ALREADY_THERE, files, Optional.empty(), Optional.empty());
  }

  private static PlacedUnit skipped(Candidates candidates, Claims claims) {
    List<FilePlace> wanted = candidates.wanted();
    return new PlacedUnit(
        candidates.unit(),
        Outcome.SKIPPED,
        files(wanted, claims),
        claims.clash(wanted),
        Optional.empty());
  }

  private static List<PlacedFile> files(List<FilePlace> chosen, Claims claims) {
    return chosen.stream()
        .map(place -> new PlacedFile(place.file(), place.target(), claims.there(place)))
        .toList();
  }
}
