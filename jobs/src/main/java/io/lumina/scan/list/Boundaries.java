package io.lumina.scan.list;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a walk goes and where it does not.
 *
 * @param roots source directories; one inside another is walked on its own
 * @param realRoots the same without links
 * @param names which folder names are entered
 * @param closed folders that are not entered, such as the warehouse
 * @param followLinks whether symbolic links are followed at all
 */
public record Boundaries(
    SourceRoots roots,
    List<String> realRoots,
    NameRules names,
    Set<String> closed,
    boolean followLinks)
    implements Serializable {

  public Boundaries {
    Objects.requireNonNull(roots, "roots");
    realRoots = List.copyOf(realRoots);
    Objects.requireNonNull(names, "names");
    closed = Set.copyOf(closed);
  }

  /** The boundaries of a scan; looks links up, so it runs where the sources are. */
  public static Boundaries of(ScanConfig config) {
    List<String> realRoots = config.roots().all().stream().map(SourceRoots::real).toList();
    Set<String> closed =
        config.closed().stream()
            .map(folder -> folder.replaceFirst("^file:/+", "/"))
            .flatMap(folder -> Stream.of(folder, SourceRoots.real(folder)))
            .collect(Collectors.toSet());
    return new Boundaries(config.roots(), realRoots, config.names(), closed, config.followLinks());
  }

  /** Whether a folder is listed as a part of the one that holds it. */
  boolean enters(String folder) {
    return names.enters(PathNames.fileName(folder))
        && !closed.contains(folder)
        && !roots.contains(folder);
  }

  /** Whether a walk comes to a file below a root: it enters every folder in between. */
  boolean reaches(String root, String file) {
    return entersAll(root, PathNames.parent(file));
  }

  /**
   * Why a link is not followed although links are.
   *
   * @param passed real folders on the way to this link, see {@link Place#passed}
   * @return one line for a person; empty when the link is followed
   */
  public Optional<String> objection(Entry.Link link, List<String> passed) {
    String target = link.target();
    if (passed.stream().anyMatch(folder -> PathNames.isSameOrBelow(target, folder))) {
      return Optional.of("The link leads back to a folder above it");
    }
    if (realRoots.stream().anyMatch(root -> PathNames.isSameOrBelow(target, root))) {
      return Optional.of("The link leads to a folder that holds a source directory");
    }
    if (closed.stream().anyMatch(folder -> PathNames.isSameOrBelow(folder, target))) {
      return Optional.of("The link leads into Lumina's own folders");
    }
    if (realRoots.stream().anyMatch(root -> isWalked(root, link))) {
      return Optional.of("The link leads to what is listed at its own place");
    }
    return Optional.empty();
  }

  /** Links into hidden stores inside a source, as git-annex makes them, lead to something new. */
  private boolean isWalked(String root, Entry.Link link) {
    if (!PathNames.isBelow(root, link.target())) {
      return false;
    }
    String folder =
        link.to() instanceof Entry.File ? PathNames.parent(link.target()) : link.target();
    return entersAll(root, folder);
  }

  private boolean entersAll(String root, String folder) {
    for (String at = folder; PathNames.isBelow(root, at); at = PathNames.parent(at)) {
      if (closed.contains(at) || !names.enters(PathNames.fileName(at))) {
        return false;
      }
    }
    return true;
  }
}
