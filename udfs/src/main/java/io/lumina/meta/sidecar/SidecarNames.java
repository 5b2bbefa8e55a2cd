package io.lumina.meta.sidecar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells which pictures of one folder a sidecar speaks of. Case and the form of letters do not
 * matter, unless two pictures differ by nothing else: then it is the one that is spelled most like
 * the sidecar.
 *
 * <ul>
 *   <li>{@code IMG_1.jpg.xmp} and {@code IMG_1.jpg.json} belong to {@code IMG_1.jpg}.
 *   <li>{@code IMG_1.xmp} belongs to every picture with that stem, so to RAW and JPEG both.
 *   <li>Google Takeout has further names for its JSON, see {@link TakeoutNames}.
 * </ul>
 */
public final class SidecarNames {
  private static final String XMP = ".xmp";
  private static final String JSON = ".json";

  private SidecarNames() {}

  /**
   * The pictures of each sidecar among the names of one folder, sorted. Sidecars without a picture
   * are left out.
   */
  public static Map<String, List<String>> assign(Collection<String> names) {
    List<String> pictures = new ArrayList<>();
    List<String> xmps = new ArrayList<>();
    List<String> jsons = new ArrayList<>();
    for (String name : new TreeSet<>(names)) {
      switch (PictureName.of(name).extension().toLowerCase(Locale.ROOT)) {
        case XMP -> xmps.add(name);
        case JSON -> jsons.add(name);
        default -> pictures.add(name);
      }
    }
    FolderNames folder = new FolderNames(pictures);
    Map<String, List<String>> assigned = new TreeMap<>(new TakeoutNames(folder).assign(jsons));
    for (String xmp : xmps) {
      List<String> described = ofXmp(PictureName.of(xmp), folder);
      if (!described.isEmpty()) {
        assigned.put(xmp, described);
      }
    }
    return assigned;
  }

  private static List<String> ofXmp(PictureName xmp, FolderNames folder) {
    List<String> exact = folder.named(xmp.front());
    return exact.isEmpty() ? folder.ofFront(xmp.front(), xmp.extension()) : exact;
  }
}
