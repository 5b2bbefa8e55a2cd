package io.lumina.organize.layout;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Files that stay together: those of one shot with their sidecars.
 *
 * @param files the first one leads; pictures and clips before sidecars, each by source
 * @param under folder of the target in which the layout begins, such as {@code _rejected}; empty
 *     for the target itself
 */
public record Unit(List<UnitFile> files, PictureFacts facts, String under) {
  private static final Comparator<UnitFile> ORDER =
      Comparator.comparing((UnitFile file) -> !file.primary())
          .thenComparing(file -> file.sidecarOf().isPresent())
          .thenComparing(UnitFile::source);

  public Unit {
    Objects.requireNonNull(facts, "facts");
    files = files.stream().sorted(ORDER).toList();
    long leaders = files.stream().filter(UnitFile::primary).count();
    if (leaders != 1) {
      throw new IllegalArgumentException("a unit has one primary file, not " + leaders);
    }
    if (!under.isEmpty()) {
      for (String folder : under.split("/", -1)) {
        if (!CleanName.name(folder, CleanName.LONGEST).equals(folder)) {
          throw new IllegalArgumentException("no folder of a target: '" + under + "'");
        }
      }
    }
  }

  /** In the target itself. */
  public Unit(List<UnitFile> files, PictureFacts facts) {
    this(files, facts, "");
  }

  public UnitFile primary() {
    return files.get(0);
  }
}
