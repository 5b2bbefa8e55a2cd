package io.lumina.scan.list;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Printable;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The source directories of a catalog, each once. One may lie inside another: a file belongs to the
 * deepest that holds it, so no path is listed twice.
 */
public final class SourceRoots implements Serializable {
  private final List<String> deepestFirst;

  /**
   * Roots, with what was listed twice taken out.
   *
   * @param typed plain absolute paths or Hadoop URIs
   */
  public SourceRoots(List<String> typed) {
    deepestFirst =
        typed.stream()
            .map(SourceRoots::withoutClosingSlash)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    if (deepestFirst.isEmpty()) {
      throw new IllegalArgumentException("A scan needs at least one source directory");
    }
  }

  /** All roots, a deeper one before the one that holds it. */
  public List<String> all() {
    return deepestFirst;
  }

  /** Whether all are folders of mounted file systems. */
  public boolean areLocal() {
    return deepestFirst.stream().allMatch(root -> root.startsWith("/"));
  }

  boolean contains(String path) {
    return deepestFirst.contains(path);
  }

  /** The root that a path below it belongs to. */
  Optional<String> of(String path) {
    return deepestFirst.stream().filter(root -> PathNames.isBelow(root, path)).findFirst();
  }

  /** The root as it is called when every symbolic link in its path is resolved. */
  static String real(String root) {
    if (!root.startsWith("/")) {
      return root;
    }
    try {
      return Path.of(root).toRealPath().toString();
    } catch (IOException | RuntimeException e) {
      // A root that is away is found out when it is listed.
      return root;
    }
  }

  /**
   * Refuses two names of one folder: every file in it would be there twice.
   *
   * @throws LuminaException with {@link ExitCode#USAGE}
   */
  public void checkDistinct() {
    for (int i = 0; i < deepestFirst.size(); i++) {
      for (int j = i + 1; j < deepestFirst.size(); j++) {
        checkDistinct(deepestFirst.get(i), deepestFirst.get(j));
      }
    }
  }

  private static void checkDistinct(String deeper, String root) {
    String realDeeper = real(deeper);
    String realRoot = real(root);
    boolean nested =
        PathNames.isBelow(root, deeper)
            && PathNames.below(root, deeper).equals(PathNames.below(realRoot, realDeeper));
    if (PathNames.isBelow(realDeeper, realRoot)) {
      throw alias(root, deeper);
    }
    if (PathNames.isSameOrBelow(realRoot, realDeeper) && !nested) {
      throw alias(deeper, root);
    }
  }

  private static LuminaException alias(String inner, String outer) {
    return new LuminaException(
        ExitCode.USAGE,
        "The source directories "
            + Printable.of(inner)
            + " and "
            + Printable.of(outer)
            + " lead through a link to the same folder "
            + Printable.of(real(inner))
            + ": give only one of them");
  }

  private static String withoutClosingSlash(String root) {
    String plain = root.replaceAll("/+$", "");
    return plain.isEmpty() ? "/" : plain;
  }
}
