package io.lumina.organize;

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
  }
}
