package io.lumina.organize;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks that a target and the sources do not lie inside of each other. */
final class TargetGuard {
  private TargetGuard() {}

  /**
   * Checks a target.
   *
   * @throws LuminaException (guard) naming both folders
   */
  static void check(OrganizeRules rules, List<String> sources) {
    String target = real(rules.target()) + "/";
    for (String source : sources) {
      String folder = real(source) + "/";
      boolean isSame = folder.equals(target);
      boolean isInside = target.startsWith(folder) || folder.startsWith(target);
      if (isInside && !(isSame && rules.isMove())) {
        throw new LuminaException(
            ExitCode.SAFETY_GUARD,
            isSame
                ? "The target %s is a source of the catalog, and copies there would be pictures twice; name another, or use --move"
                    .formatted(rules.target())
                : "The target %s and the source %s lie inside of each other; name a target beside it"
                    .formatted(rules.target(), source));
      }
    }
  }

  /** Where a path leads, as far as it is there: links of the disk are no way around. */
  private static String real(String path) {
    Path there = Path.of(path);
    Path rest = Path.of("");
    while (!Files.exists(there)) {
      rest = there.getFileName().resolve(rest);
      there = there.getParent();
    }
    try {
      return there.toRealPath().resolve(rest).normalize().toString();
    } catch (IOException unreadable) {
      return path;
    }
  }
}
