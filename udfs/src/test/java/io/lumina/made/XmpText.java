package io.lumina.made;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes an XMP packet, for a sidecar or to be embedded. */
public final class XmpText {
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "exif", "http://ns.adobe.com/exif/1.0/",
          "xmp", "http://ns.adobe.com/xap/1.0/",
          "photoshop", "http://ns.adobe.com/photoshop/1.0/",
          "dc", "http://purl.org/dc/elements/1.1/",
          "lr", "http://ns.adobe.com/lightroom/1.0/",
          "digiKam", "http://www.digikam.org/ns/1.0/",
          "mediapro", "http://ns.iview-multimedia.com/mediapro/1.0/",
          "MicrosoftPhoto", "http://ns.microsoft.com/photo/1.0/");

  private final StringBuilder properties = new StringBuilder();

  /** A simple property, such as {@code xmp:Rating}. */
  public XmpText with(String name, String value) {
    properties.append("<%s>%s</%s>".formatted(name, value, name));
    return this;
  }

  /** A list, such as {@code dc:subject}. */
  public XmpText list(String name, String... values) {
    StringBuilder items = new StringBuilder("<rdf:Bag>");
    for (String value : values) {
      items.append("<rdf:li>").append(value).append("</rdf:li>");
    }
    return with(name, items.append("</rdf:Bag>").toString());
  }

  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("<x:xmpmeta xmlns:x='adobe:ns:meta/'>");
    text.append("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>");
    text.append("<rdf:Description rdf:about=''");
    NAMESPACES.forEach((prefix, uri) -> text.append(" xmlns:%s='%s'".formatted(prefix, uri)));
    return text.append('>')
        .append(properties)
        .append("</rdf:Description></rdf:RDF></x:xmpmeta>")
        .toString();
  }
}
