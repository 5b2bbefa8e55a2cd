package io.lumina.score;

import java.util.Objects;

/**
 * A file as a catalog knows it.
 *
 * @param id of its image
 * @param path full
 * @param root the source directory, without a closing slash
 */
public record CatalogFile(String id, String path, String root) {
  public CatalogFile {
    Objects.requireNonNull(id, "id");
    if (!path.startsWith(root)) {
      throw new IllegalArgumentException(path + " does not lie in " + root);
    }
  }

  /** The path below its source directory. */
  String relativePath() {
    String below = path.substring(root.length());
    return below.startsWith("/") ? below.substring(1) : below;
  }

  /** The last name of a path. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
