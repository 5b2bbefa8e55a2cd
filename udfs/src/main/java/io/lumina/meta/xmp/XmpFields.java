package io.lumina.meta.xmp;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPMeta;
import io.lumina.meta.date.DateField;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.GeoPosition;
import io.lumina.meta.field.MetadataField;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of one XMP packet, embedded or a sidecar. */
public final class XmpFields {
  private static final String AUX = "http://ns.adobe.com/exif/1.0/aux/";
  private static final String EXIF_EX = "http://cipa.jp/exif/1.0/";
  private static final String GOOGLE_CAMERA = "http://ns.google.com/photos/1.0/camera/";

  /** {@code 56,27.5N}, {@code 56,27,30N} or plain degrees with a sign. */
  private static final Pattern DEGREES =
      Pattern.compile("([+-]?[\\d.]+)(?:,\\s*([\\d.]+))?(?:,\\s*([\\d.]+))?\\s*([NSEWnsew]?)");

  private final XmpPacket packet;
  private final Findings found;

  public XmpFields(XMPMeta packet, Findings found) {
    this.packet = new XmpPacket(packet);
    this.found = found;
  }

  public void read() {
    camera();
    exposure();
    words();
    position();
    dates();
    found.text(MetadataField.BURST_UUID, packet.text(GOOGLE_CAMERA, "BurstID"));
  }

  private void camera() {
    found.text(
        MetadataField.MAKE,
        packet.text(XMPConst.NS_TIFF, "Make").or(() -> packet.text(XMPConst.NS_EXIF, "Make")));
    found.text(
        MetadataField.MODEL,
        packet.text(XMPConst.NS_TIFF, "Model").or(() -> packet.text(XMPConst.NS_EXIF, "Model")));
    found.text(
        MetadataField.SERIAL,
        packet.text(EXIF_EX, "BodySerialNumber").or(() -> packet.text(AUX, "SerialNumber")));
    found.text(
        MetadataField.LENS, packet.text(EXIF_EX, "LensModel").or(() -> packet.text(AUX, "Lens")));
    found.text(MetadataField.SOFTWARE, packet.text(XMPConst.NS_XMP, "CreatorTool"));
    found.orientation(packet.number(XMPConst.NS_TIFF, "Orientation").map(Double::intValue));
    found.size(
        packet.number(XMPConst.NS_TIFF, "ImageWidth").orElse(0.0).longValue(),
        packet.number(XMPConst.NS_TIFF, "ImageLength").orElse(0.0).longValue());
  }

  private void exposure() {
    found.number(MetadataField.FOCAL_LENGTH, packet.number(XMPConst.NS_EXIF, "FocalLength"));
    found.number(MetadataField.F_NUMBER, packet.number(XMPConst.NS_EXIF, "FNumber"));
    found.number(MetadataField.EXPOSURE_TIME, packet.number(XMPConst.NS_EXIF, "ExposureTime"));
    found.integer(
        MetadataField.ISO,
        packet
            .number(XMPConst.NS_EXIF, "ISOSpeedRatings[1]")
            .or(() -> packet.number(EXIF_EX, "PhotographicSensitivity"))
            .map(Double::intValue));
  }

  private void words() {
    found.text(MetadataField.ARTIST, packet.joined(XMPConst.NS_DC, "creator"));
    found.text(MetadataField.COPYRIGHT, packet.localized("rights"));
    found.text(MetadataField.TITLE, packet.localized("title"));
    found.text(MetadataField.DESCRIPTION, packet.localized("description"));
    new XmpWords(packet, found).read();
  }

  private void position() {
    Optional<String> latitude = packet.text(XMPConst.NS_EXIF, "GPSLatitude");
    Optional<String> longitude = packet.text(XMPConst.NS_EXIF, "GPSLongitude");
    if (latitude.isEmpty() || longitude.isEmpty()) {
      return;
    }
    Optional<Double> north = degrees(latitude.get());
    Optional<Double> east = degrees(longitude.get());
    if (north.isEmpty() || east.isEmpty()) {
      found.issue("bad_gps", "XMP position: " + latitude.get() + " " + longitude.get());
      return;
    }
    boolean belowSea =
        packet.text(XMPConst.NS_EXIF, "GPSAltitudeRef").filter("1"::equals).isPresent();
    Optional<Double> altitude =
        packet.number(XMPConst.NS_EXIF, "GPSAltitude").map(metres -> belowSea ? -metres : metres);
    GeoPosition.of(north.get(), east.get(), altitude, found).ifPresent(found::position);
  }

  private void dates() {
    found.date(DateField.XMP_ORIGINAL, packet.text(XMPConst.NS_EXIF, "DateTimeOriginal"));
    found.date(DateField.XMP_DATE_CREATED, packet.text(XMPConst.NS_PHOTOSHOP, "DateCreated"));
    found.date(DateField.XMP_DIGITIZED, packet.text(XMPConst.NS_EXIF, "DateTimeDigitized"));
    found.date(DateField.XMP_CREATE, packet.text(XMPConst.NS_XMP, "CreateDate"));
    found.date(DateField.XMP_TIFF_DATE, packet.text(XMPConst.NS_TIFF, "DateTime"));
    found.date(DateField.XMP_MODIFIED, packet.text(XMPConst.NS_XMP, "ModifyDate"));
    found.date(DateField.XMP_METADATA, packet.text(XMPConst.NS_XMP, "MetadataDate"));
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
