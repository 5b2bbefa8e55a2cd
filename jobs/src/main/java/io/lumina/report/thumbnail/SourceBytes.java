package io.lumina.report.thumbnail;

import java.util.Optional;

/** Reads a picture for its thumbnail; sources are opened for reading only. */
public interface SourceBytes {

  /**
   * The bytes of a file; empty when it is missing, unreadable, no ordinary file, or longer than
   * {@code maxBytes}.
   *
   * @param sourcePath plain path for local files, the URI for others
   */
  Optional<byte[]> read(String sourcePath, long maxBytes);
}
