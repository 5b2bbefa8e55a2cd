package io.lumina.organize;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
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
    String target = rules.target() + "/";
    for (String source : sources) {
      String folder = source + "/";
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
}
