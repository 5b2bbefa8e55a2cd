package io.lumina.organize.layout;

import java.util.Objects;

/**
 * A file with its place.
 *
 * @param target below the target, with {@code /} between names
 * @param there whether its content lies there before the plan
 */
public record PlacedFile(UnitFile file, String target, boolean there) {
  public PlacedFile {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(target, "target");
  }
}
