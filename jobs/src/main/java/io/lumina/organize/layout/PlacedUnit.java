package io.lumina.organize.layout;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A unit with what was decided for it.
 *
 * @param files with their places, in the order of the unit; those it would have had if skipped
 * @param clash the wanted target that holds other content
 * @param broughtBy source of the leading file of the unit that brings the same contents to the same
 *     place in this plan; only of what is already there for that reason
 */
public record PlacedUnit(
    Unit unit,
    Outcome outcome,
    List<PlacedFile> files,
    Optional<String> clash,
    Optional<String> broughtBy) {

  public PlacedUnit {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(clash, "clash");
    Objects.requireNonNull(broughtBy, "broughtBy");
    files = List.copyOf(files);
  }

  /** Whether a plan has something to do for it. */
  public boolean changesSomething() {
    return outcome != Outcome.ALREADY_THERE && outcome != Outcome.SKIPPED;
  }
}
