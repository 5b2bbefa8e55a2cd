package io.lumina.meta;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of one XMP packet, embedded or a sidecar. */
final class XmpFields {
  private static final String AUX = "http://ns.adobe.com/exif/1.0/aux/";
  private static final String EXIF_EX = "http://cipa.jp/exif/1.0/";
  private static final String GOOGLE_CAMERA = "http://ns.google.com/photos/1.0/camera/";
  private static final String DIGIKAM = "http://www.digikam.org/ns/1.0/";
  private static final int MAX_ITEMS = 500;

  /** {@code 56,27.5N}, {@code 56,27,30N} or plain degrees with a sign. */
  private static final Pattern DEGREES =
      Pattern.compile("([+-]?[\\d.]+)(?:,\\s*([\\d.]+))?(?:,\\s*([\\d.]+))?\\s*([NSEWnsew]?)");

  private final XMPMeta packet;
  private final Findings found;

  XmpFields(XMPMeta packet, Findings found) {
    this.packet = packet;
    this.found = found;
  }

  void read() {
    camera();
    exposure();
    words();
    position();
    dates();
    found.text(MetadataField.BURST_UUID, text(GOOGLE_CAMERA, "BurstID"));
  }

  private void camera() {
    found.text(
        MetadataField.MAKE,
        text(XMPConst.NS_TIFF, "Make").or(() -> text(XMPConst.NS_EXIF, "Make")));
    found.text(
        MetadataField.MODEL,
        text(XMPConst.NS_TIFF, "Model").or(() -> text(XMPConst.NS_EXIF, "Model")));
    found.text(
        MetadataField.SERIAL,
        text(EXIF_EX, "BodySerialNumber").or(() -> text(AUX, "SerialNumber")));
    found.text(MetadataField.LENS, text(EXIF_EX, "LensModel").or(() -> text(AUX, "Lens")));
    found.text(MetadataField.SOFTWARE, text(XMPConst.NS_XMP, "CreatorTool"));
    found.orientation(number(XMPConst.NS_TIFF, "Orientation").map(Double::intValue));
    found.size(
        number(XMPConst.NS_TIFF, "ImageWidth").orElse(0.0).longValue(),
        number(XMPConst.NS_TIFF, "ImageLength").orElse(0.0).longValue());
  }

  private void exposure() {
    found.number(MetadataField.FOCAL_LENGTH, number(XMPConst.NS_EXIF, "FocalLength"));
    found.number(MetadataField.F_NUMBER, number(XMPConst.NS_EXIF, "FNumber"));
    found.number(MetadataField.EXPOSURE_TIME, number(XMPConst.NS_EXIF, "ExposureTime"));
    found.integer(
        MetadataField.ISO,
        number(XMPConst.NS_EXIF, "ISOSpeedRatings[1]")
            .or(() -> number(EXIF_EX, "PhotographicSensitivity"))
            .map(Double::intValue));
  }

  private void words() {
    found.text(MetadataField.ARTIST, joined(XMPConst.NS_DC, "creator"));
    found.text(MetadataField.COPYRIGHT, localized("rights"));
    found.integer(
        MetadataField.RATING,
        number(XMPConst.NS_XMP, "Rating")
            .filter(stars -> stars >= -1 && stars <= 5)
            .map(Double::intValue));
    found.text(MetadataField.TITLE, localized("title"));
    found.text(MetadataField.DESCRIPTION, localized("description"));
    List<String> keywords = items(XMPConst.NS_DC, "subject");
    found.keywords(keywords.isEmpty() ? items(DIGIKAM, "TagsList") : keywords);
  }

  private void position() {
    Optional<String> latitude = text(XMPConst.NS_EXIF, "GPSLatitude");
    Optional<String> longitude = text(XMPConst.NS_EXIF, "GPSLongitude");
    if (latitude.isEmpty() || longitude.isEmpty()) {
      return;
    }
    Optional<Double> north = degrees(latitude.get());
    Optional<Double> east = degrees(longitude.get());
    if (north.isEmpty() || east.isEmpty()) {
      found.issue("bad_gps", "XMP position: " + latitude.get() + " " + longitude.get());
      return;
    }
    boolean belowSea = text(XMPConst.NS_EXIF, "GPSAltitudeRef").filter("1"::equals).isPresent();
    Optional<Double> altitude =
        number(XMPConst.NS_EXIF, "GPSAltitude").map(metres -> belowSea ? -metres : metres);
    GeoPosition.of(north.get(), east.get(), altitude, found).ifPresent(found::position);
  }

  private void dates() {
    found.date(DateField.XMP_ORIGINAL, text(XMPConst.NS_EXIF, "DateTimeOriginal"));
    found.date(DateField.XMP_DATE_CREATED, text(XMPConst.NS_PHOTOSHOP, "DateCreated"));
    found.date(DateField.XMP_DIGITIZED, text(XMPConst.NS_EXIF, "DateTimeDigitized"));
    found.date(DateField.XMP_CREATE, text(XMPConst.NS_XMP, "CreateDate"));
    found.date(DateField.XMP_TIFF_DATE, text(XMPConst.NS_TIFF, "DateTime"));
    found.date(DateField.XMP_MODIFIED, text(XMPConst.NS_XMP, "ModifyDate"));
    found.date(DateField.XMP_METADATA, text(XMPConst.NS_XMP, "MetadataDate"));
  }

  private Optional<String> text(String namespace, String name) {
    try {
      return Optional.ofNullable(packet.getPropertyString(namespace, name))
          .filter(text -> !text.isBlank());
    } catch (XMPException e) {
      // The property has another shape than its schema says, or its namespace is not registered.
      return Optional.empty();
    }
  }

  private Optional<Double> number(String namespace, String name) {
    return text(namespace, name).flatMap(XmpFields::rational);
  }

  private List<String> items(String namespace, String name) {
    List<String> items = new ArrayList<>();
    try {
      int count = Math.min(MAX_ITEMS, packet.countArrayItems(namespace, name));
      for (int i = 1; i <= count; i++) {
        Optional.ofNullable(packet.getArrayItem(namespace, name, i))
            .map(XMPProperty::getValue)
            .ifPresent(items::add);
      }
      return items;
    } catch (XMPException e) {
      return text(namespace, name).map(List::of).orElse(items);
    }
  }

  private Optional<String> joined(String namespace, String name) {
    List<String> items = items(namespace, name);
    return items.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", items));
  }

  private Optional<String> localized(String name) {
    try {
      return Optional.ofNullable(
              packet.getLocalizedText(XMPConst.NS_DC, name, null, XMPConst.X_DEFAULT))
          .map(XMPProperty::getValue)
          .or(() -> items(XMPConst.NS_DC, name).stream().findFirst());
    } catch (XMPException e) {
      return text(XMPConst.NS_DC, name);
    }
  }

  private static Optional<Double> rational(String text) {
    String[] parts = text.strip().split("/");
    try {
      double top = Double.parseDouble(parts[0]);
      double value = parts.length == 2 ? top / Double.parseDouble(parts[1]) : top;
      return parts.length <= 2 && Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> degrees(String text) {
    Matcher matcher = DEGREES.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(matcher.group(1));
      double part = sixtieths(matcher.group(2)) / 60 + sixtieths(matcher.group(3)) / 3_600;
      double degrees = value < 0 ? value - part : value + part;
      return Optional.of(
          "SWsw".contains(matcher.group(4)) && !matcher.group(4).isEmpty() ? -degrees : degrees);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static double sixtieths(String digits) {
    return digits == null ? 0 : Double.parseDouble(digits);
  }
}
