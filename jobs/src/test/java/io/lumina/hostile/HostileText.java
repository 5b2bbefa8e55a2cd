package io.lumina.hostile;

import io.lumina.made.MadeBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sidecars and packets of text whose every value is an extreme one. */
final class HostileText {
  private static final List<String> PROPERTIES =
      List.of(
          "xmp:Rating",
          "xmp:CreateDate",
          "xmp:ModifyDate",
          "xmp:MetadataDate",
          "xmp:CreatorTool",
          "photoshop:DateCreated",
          "exif:DateTimeOriginal",
          "exif:DateTimeDigitized",
          "exif:GPSLatitude",
          "exif:GPSLongitude",
          "exif:GPSAltitude",
          "exif:GPSAltitudeRef",
          "exif:ExposureTime",
          "exif:FNumber",
          "exif:FocalLength",
          "exif:ISOSpeedRatings",
          "tiff:Make",
          "tiff:Model",
          "tiff:Orientation",
          "tiff:ImageWidth",
          "tiff:ImageLength",
          "tiff:DateTime",
          "dc:title",
          "dc:description",
          "dc:creator",
          "aux:Lens",
          "aux:SerialNumber");

  private final Extremes extremes;

  HostileText(Extremes extremes) {
    this.extremes = extremes;
  }

  byte[] xmp() {
    StringBuilder text =
        new StringBuilder(
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
                + " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'"
                + " xmlns:exif='http://ns.adobe.com/exif/1.0/'"
                + " xmlns:tiff='http://ns.adobe.com/tiff/1.0/'"
                + " xmlns:aux='http://ns.adobe.com/exif/1.0/aux/'"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/'>");
    for (String property : PROPERTIES) {
      if (!extremes.once(4)) {
        text.append('<').append(property).append('>');
        text.append(
            extremes.once(8) ? "<rdf:Seq><rdf:li>" + value() + "</rdf:li></rdf:Seq>" : value());
        text.append("</").append(property).append('>');
      }
    }
    text.append("</rdf:Description></rdf:RDF></x:xmpmeta>");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What XML can hold of it; one in eight is no XML. */
  private String value() {
    String word = extremes.word();
    return extremes.once(8)
        ? word
        : word.replace("&", "&amp;").replace("<", "&lt;").replaceAll("[^\\t\\n\\r -\\uD7FF]", "?");
  }

  byte[] takeout() {
    String text =
        "{\"title\":"
            + string()
            + ",\"description\":"
            + string()
            + ",\"photoTakenTime\":{\"timestamp\":"
            + scalar()
            + "},\"geoData\":{\"latitude\":"
            + number()
            + ",\"longitude\":"
            + number()
            + ",\"altitude\":"
            + number()
            + "},\"favorited\":true,\"people\":[{\"name\":"
            + string()
            + "},{\"name\":"
            + scalar()
            + "}]}";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String scalar() {
    return switch (extremes.below(3)) {
      case 0 -> number();
      case 1 -> "\"" + extremes.number() + "\"";
      default -> string();
    };
  }

  private String number() {
    return extremes.once(2)
        ? Long.toString(extremes.number())
        : Double.toString(extremes.real()).replace("NaN", "1e999").replace("Infinity", "9e999");
  }

  private String string() {
    StringBuilder text = new StringBuilder("\"");
    for (char c : extremes.word().toCharArray()) {
      text.append(
          c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)
              ? "\\u%04x".formatted((int) c)
              : c);
    }
    return text.append('"').toString();
  }

  /** A block of IPTC as Photoshop keeps it. */
  byte[] iptc() {
    MadeBytes records = MadeBytes.big();
    for (int dataSet : List.of(5, 25, 55, 60, 62, 63, 80, 116, 120)) {
      byte[] value = HostileFilms.short16(extremes.bytes());
      records.u8(0x1C).u8(2).u8(dataSet).u16(value.length).add(value);
    }
    return MadeBytes.big()
        .text("Photoshop 3.0\0")
        .text("8BIM")
        .u16(0x0404)
        .u16(0)
        .u32(records.length())
        .add(records.done())
        .zeros(records.length() % 2)
        .done();
  }
}
