package io.lumina.scan.list;

/** Parts of paths, plain ones and URIs alike: both use forward slashes. */
public final class PathNames {

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

  /** A folder's path with the slash that everything in it begins with. */
  static String opened(String folder) {
    return folder.endsWith("/") ? folder : folder + "/";
  }

  static boolean isBelow(String folder, String path) {
    return path.length() > folder.length() && path.startsWith(opened(folder));
  }

  static boolean isSameOrBelow(String folder, String path) {
    return path.equals(folder) || isBelow(folder, path);
  }

  /** The part of a path below a folder; the path itself when it does not lie there. */
  public static String below(String folder, String path) {
    return isBelow(folder, path) ? path.substring(opened(folder).length()) : path;
  }
}
