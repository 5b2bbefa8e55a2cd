package io.lumina.organize;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Printable;
import io.lumina.organize.layout.Layout;
import io.lumina.organize.layout.OnClash;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person wants of an organize.
 *
 * @param target absolute path of the folder
 * @param isMove whether files leave their places
 * @param layout where each unit belongs below the target
 * @param onClash what becomes of names that are taken
 * @param undated folder below the target for pictures whose date is that of their file; without one
 *     they stay
 * @param splitRejected whether rejected pictures go to a folder of their own
 */
public record OrganizeRules(
    String target,
    boolean isMove,
    Layout layout,
    OnClash onClash,
    Optional<String> undated,
    boolean splitRejected) {
  public OrganizeRules {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(onClash, "onClash");
    Objects.requireNonNull(undated, "undated");
    undated.ifPresent(OrganizeRules::checkFolder);
  }

  /** Names that a scan enters, below the target. */
  private static void checkFolder(String folder) {
    for (String name : folder.split("/", -1)) {
      boolean isPlain =
          !name.isBlank()
              && !name.startsWith(".")
              && !name.endsWith(".")
              && name.chars()
                  .noneMatch(letter -> letter < ' ' || "\\:*?\"<>|".indexOf(letter) >= 0);
      if (!isPlain) {
        throw new LuminaException(
            ExitCode.USAGE,
            "--undated is '%s'; name a folder below the target, such as undated"
                .formatted(Printable.of(folder)));
      }
    }
  }
}
