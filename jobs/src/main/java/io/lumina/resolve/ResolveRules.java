package io.lumina.resolve;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person wants of a resolve.
 *
 * @param policy which members may go
 * @param minMargin points of quality by which a kept file must be better than one that is not of
 *     the same bytes, 0-100
 * @param prefer a folder whose copies are kept before those of others
 * @param keepFolders whether a file goes only for one in its own folder
 * @param protectedFolders folders out of which nothing goes
 */
public record ResolveRules(
    Policy policy,
    double minMargin,
    Optional<String> prefer,
    boolean keepFolders,
    List<String> protectedFolders) {
  private static final int MOST_POINTS = 100;

  public ResolveRules {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(prefer, "prefer");
    protectedFolders = List.copyOf(protectedFolders);
    if (!(minMargin >= 0 && minMargin <= MOST_POINTS)) {
      throw new LuminaException(
          ExitCode.USAGE, "--min-margin is " + minMargin + "; it must be 0 to 100");
    }
  }
}
