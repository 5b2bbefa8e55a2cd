package io.lumina.organize.layout;

import java.util.Optional;

/** What lies on a target before a plan. */
@FunctionalInterface
public interface Taken {
  /**
   * Checksum of what lies under this key of {@link Folding}; none where the name is free. Of a file
   * that nobody has read, any text that is no checksum: it counts as other content.
   */
  Optional<String> checksum(String key);
}
