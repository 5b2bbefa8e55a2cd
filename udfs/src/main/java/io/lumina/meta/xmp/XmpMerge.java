package io.lumina.meta.xmp;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.XMPUtils;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.options.PropertyOptions;
import com.adobe.internal.xmp.options.SerializeOptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes one sidecar of several. What stands in the first is kept, properties of namespaces that
 * nobody here knows too; the others add what it lacks, and to its lists what these lack.
 */
public final class XmpMerge {
  private static final int MINUTES = 60;
  private static final int PADDING = 1;
  private static final PropertyOptions BAG = new PropertyOptions().setArray(true);

  private XmpMerge() {}

  /**
   * Merges sidecars.
   *
   * @param sidecars XMP packets, that of the picture first; one that cannot be read ends it
   * @return the packet in UTF-8
   * @throws IllegalArgumentException when one of them is no XMP
   */
  public static byte[] of(List<byte[]> sidecars, XmpAdditions additions) {
    try {
      XMPMeta merged = sidecars.isEmpty() ? XMPMetaFactory.create() : parsed(sidecars.get(0));
      for (byte[] other : sidecars.subList(Math.min(1, sidecars.size()), sidecars.size())) {
        XMPUtils.appendProperties(parsed(other), merged, true, false);
      }
      add(merged, additions);
      SerializeOptions plain =
          new SerializeOptions().setOmitPacketWrapper(false).setPadding(PADDING);
      return XMPMetaFactory.serializeToBuffer(merged, plain);
    } catch (XMPException unreadable) {
      throw new IllegalArgumentException(
          "A sidecar is no XMP: " + unreadable.getMessage(), unreadable);
    }
  }

  private static XMPMeta parsed(byte[] sidecar) throws XMPException {
    return XMPMetaFactory.parseFromBuffer(
        XmpNodes.inPlace(sidecar), new ParseOptions().setDisallowDoctype(true));
  }

  private static void add(XMPMeta merged, XmpAdditions additions) throws XMPException {
    if (additions.rating().isPresent()) {
      merged.setProperty(XMPConst.NS_XMP, "Rating", additions.rating().get().toString());
    }
    List<String> known = new XmpPacket(merged).items(XMPConst.NS_DC, "subject");
    for (String keyword : additions.keywords()) {
      if (!known.contains(keyword)) {
        merged.appendArrayItem(XMPConst.NS_DC, "subject", BAG, keyword, null);
      }
    }
    words(merged, "title", additions.title());
    words(merged, "description", additions.description());
    if (additions.position().isPresent()) {
      XmpAdditions.Position position = additions.position().get();
      merged.setProperty(XMPConst.NS_EXIF, "GPSLatitude", degrees(position.north(), "N", "S"));
      merged.setProperty(XMPConst.NS_EXIF, "GPSLongitude", degrees(position.east(), "E", "W"));
      merged.setProperty(XMPConst.NS_EXIF, "GPSVersionID", "2.3.0.0");
    }
    if (additions.taken().isPresent()) {
      merged.setProperty(XMPConst.NS_EXIF, "DateTimeOriginal", additions.taken().get());
    }
  }

  private static void words(XMPMeta merged, String name, Optional<String> text)
      throws XMPException {
    if (text.isPresent()) {
      merged.setLocalizedText(XMPConst.NS_DC, name, null, XMPConst.X_DEFAULT, text.get());
    }
  }

  /** Degrees and minutes as XMP writes them: {@code 46,57.1234567N}. */
  private static String degrees(double value, String positive, String negative) {
    double all = Math.abs(value);
    int whole = (int) all;
    return String.format(
        Locale.ROOT, "%d,%.7f%s", whole, (all - whole) * MINUTES, value < 0 ? negative : positive);
  }
}
