package io.lumina.scan.list;

import io.lumina.meta.sidecar.SidecarNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the picture that each sidecar of one folder describes. */
final class FolderSidecars {

  /** What people write down (XMP) before what a service exported; the fuller name first. */
  private static final Comparator<String> BEST_FIRST =
      Comparator.comparing((String path) -> path.toLowerCase(Locale.ROOT).endsWith(".xmp"))
          .thenComparingInt(String::length)
          .thenComparing(Comparator.naturalOrder())
          .reversed();

  private FolderSidecars() {}

  /**
   * The sidecars of each picture that has some, best first.
   *
   * @param paths files of one folder
   */
  static Map<String, List<String>> of(Collection<String> paths) {
    Map<String, String> pathOfName = new HashMap<>();
    paths.forEach(path -> pathOfName.put(PathNames.fileName(path), path));
    Map<String, List<String>> sidecars = new HashMap<>();
    SidecarNames.assign(pathOfName.keySet())
        .forEach(
            (sidecar, pictures) ->
                pictures.forEach(
                    picture ->
                        sidecars
                            .computeIfAbsent(pathOfName.get(picture), path -> new ArrayList<>())
                            .add(pathOfName.get(sidecar))));
    sidecars.values().forEach(found -> found.sort(BEST_FIRST));
    return sidecars;
  }
}
