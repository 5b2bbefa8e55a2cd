package io.lumina.organize.layout;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Where the files of a unit should lie: in one folder, with names that still belong together.
 *
 * @param longestName bytes of the longest name that the target holds
 * @param folding when two names are one there
 */
public record UnitPlaces(Layout layout, int longestName, Folding folding) implements Serializable {
  /** Room for a stem beside a UUID and the longest ending of a sidecar. */
  private static final int SHORTEST = 100;

  public UnitPlaces {
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(folding, "folding");
    if (longestName < SHORTEST) {
      String message =
          "the target holds names of %d bytes at most, and %d are needed;"
              + " choose a target on another file system";
      throw new LuminaException(ExitCode.USAGE, String.format(message, longestName, SHORTEST));
    }
  }

  /** In the order of the unit's files, as if no other unit were there. */
  public List<FilePlace> of(Unit unit) {
    return new UnitNames(this, unit).suffixed("");
  }

  /** Units that could get in each other's way have the same: see {@link Clashes#resolve}. */
  public String folderKey(Unit unit) {
    return folding.key(new UnitNames(this, unit).folder());
  }
}
