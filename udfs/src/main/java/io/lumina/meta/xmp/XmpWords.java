package io.lumina.meta.xmp;

import com.adobe.internal.xmp.XMPConst;
import io.lumina.meta.field.Findings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stars and keywords of an XMP packet, in the spellings of the programs that people use. */
final class XmpWords {
  private static final String DIGIKAM = "http://www.digikam.org/ns/1.0/";
  private static final String LIGHTROOM = "http://ns.adobe.com/lightroom/1.0/";
  private static final String MEDIA_PRO = "http://ns.iview-multimedia.com/mediapro/1.0/";

  /** Windows ends its namespace with a slash, others leave it out. */
  private static final List<String> MICROSOFT =
      List.of("http://ns.microsoft.com/photo/1.0/", "http://ns.microsoft.com/photo/1.0");

  private final XmpPacket packet;
  private final Findings found;

  XmpWords(XmpPacket packet, Findings found) {
    this.packet = packet;
    this.found = found;
  }

  void read() {
    rating();
    keywords();
  }

  private void rating() {
    Optional<String> stars = packet.text(XMPConst.NS_XMP, "Rating");
    Optional<Double> number = stars.flatMap(XmpPacket::rational);
    if (stars.isPresent() && number.isEmpty()) {
      found.issue("bad_rating", "No number of stars: " + stars.get());
    }
    found.rating(number);
    MICROSOFT.forEach(namespace -> found.ratingPercent(packet.number(namespace, "Rating")));
  }

  private void keywords() {
    found.keywords(packet.items(XMPConst.NS_DC, "subject"));
    found.keywords(leaves(packet.items(LIGHTROOM, "hierarchicalSubject"), "|"));
    found.keywords(leaves(packet.items(MEDIA_PRO, "CatalogSets"), "|"));
    found.keywords(leaves(packet.items(DIGIKAM, "TagsList"), "/"));
    found.keywords(
        leaves(
            MICROSOFT.stream()
                .flatMap(
                    namespace ->
                        Stream.of("LastKeywordXMP", "LastKeywordIPTC")
                            .flatMap(name -> packet.items(namespace, name).stream()))
                .toList(),
            "/"));
  }

  /** What a path names: {@code Animals|Cat} is a cat. */
  private static List<String> leaves(List<String> paths, String separator) {
    return paths.stream().map(path -> path.substring(path.lastIndexOf(separator) + 1)).toList();
  }
}
