package io.lumina.organize.layout;

import java.util.Objects;

/**
 * Where one file should lie.
 *
 * @param target below the target, with {@code /} between names
 */
public record FilePlace(UnitFile file, String target) {
  public FilePlace {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(target, "target");
  }
}
