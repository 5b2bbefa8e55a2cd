package io.lumina.organize.layout;

import java.util.Objects;
import java.util.Optional;

/**
 * One file of a unit.
 *
 * @param source where it lies, whole: tells files apart and decides who comes first
 * @param name its name, without folders
 * @param primary whether it leads the unit
 * @param sidecarOf name of the picture that it speaks of, empty for what is no sidecar
 */
public record UnitFile(
    String source, String name, String sha256, boolean primary, Optional<String> sidecarOf) {

  public UnitFile {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sidecarOf, "sidecarOf");
    Checksums.checked(sha256);
    if (name.isEmpty() || name.indexOf('/') >= 0) {
      throw new IllegalArgumentException("no name of a file: '" + name + "'");
    }
  }
}
