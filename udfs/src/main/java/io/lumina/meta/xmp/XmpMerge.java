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
import java.util.Map;
import java.util.Optional;

/**
 * Makes one sidecar of several. What stands in that of the picture is kept, properties of
 * namespaces that nobody here knows too; the others add what it lacks, and to its lists what these
 * lack. What a picture may know without a sidecar, such as its stars, comes from nobody's sidecar
 * but its own, and from what is to be added.
 */
public final class XmpMerge {
  private static final int MINUTES = 60;
  private static final int PADDING = 1;
  private static final PropertyOptions BAG = new PropertyOptions().setArray(true);

  /** What sidecars say of one file: another has its own rating, clock, place and orientation. */
  private static final Map<String, List<String>> OF_EACH_ITSELF =
      Map.of(
          XMPConst.NS_XMP,
          List.of("Rating", "CreateDate", "ModifyDate", "MetadataDate"),
          XMPConst.NS_EXIF,
          List.of(
              "DateTimeOriginal",
              "DateTimeDigitized",
              "GPSLatitude",
              "GPSLongitude",
              "GPSAltitude",
              "GPSAltitudeRef",
              "GPSTimeStamp",
              "GPSVersionID",
              "PixelXDimension",
              "PixelYDimension"),
          XMPConst.NS_TIFF,
          List.of("Orientation", "ImageWidth", "ImageLength", "DateTime"),
          XMPConst.NS_PHOTOSHOP,
          List.of("DateCreated"),
          XMPConst.NS_DC,
          List.of("title", "description"),
          "http://ns.microsoft.com/photo/1.0/",
          List.of("Rating"),
          "http://ns.microsoft.com/photo/1.0",
          List.of("Rating"));

  private XmpMerge() {}

  /**
   * Merges sidecars.
   *
   * @param own XMP packet of the picture, if it has one
   * @param others XMP packets of other copies
   * @return the packet in UTF-8
   * @throws IllegalArgumentException when one of them is no XMP
   */
  public static byte[] of(Optional<byte[]> own, List<byte[]> others, XmpAdditions additions) {
    try {
      XMPMeta merged = own.isPresent() ? parsed(own.get()) : XMPMetaFactory.create();
      for (byte[] other : others) {
        XMPMeta more = parsed(other);
        OF_EACH_ITSELF.forEach(
            (namespace, names) -> names.forEach(name -> more.deleteProperty(namespace, name)));
        XMPUtils.appendProperties(more, merged, true, false);
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
