package io.lumina.scan;

/** Parts of paths, plain ones and URIs alike: both use forward slashes. */
final class PathNames {

  private PathNames() {}

  /** The last name of a path. */
  static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder that holds a path. */
  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  /** The part of a path below a root; the path itself when it does not lie there. */
  static String below(String root, String path) {
    String prefix = root.endsWith("/") ? root : root + "/";
    return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }
}
