package io.lumina.image.raw;

import io.lumina.container.Bytes;
import io.lumina.image.jpeg.Eighth;
import io.lumina.image.jpeg.EighthDecoder;
import io.lumina.image.structure.JpegStructure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JPEG inside a RAW file.
 *
 * @param from its first byte
 * @param to behind its last byte
 */
record RawPreview(int from, int to, JpegStructure jpeg) {

  int longerSide() {
    return Math.max(jpeg.width(), jpeg.height());
  }

  /** The same after it was decoded; its pixels are within the limit. */
  RawPreview decoded(byte[] content) {
    long pixels = jpeg.structure().pixels();
    Eighth eighth = EighthDecoder.decode(content, from, to, 0, pixels);
    return new RawPreview(from, to, JpegStructure.of(content, from, eighth));
  }

  /**
   * The largest preview among the places that directories name; where none of them holds one, among
   * all JPEG streams of the file.
   */
  static Optional<RawPreview> largest(byte[] content, List<Long> places) {
    Optional<RawPreview> named =
        largest(places.stream().flatMap(place -> at(content, place).stream()));
    return named.isPresent() ? named : largest(JpegFinder.find(content).stream());
  }

  private static Optional<RawPreview> largest(Stream<RawPreview> previews) {
    return previews
        .filter(preview -> preview.jpeg.hasFrame() && preview.jpeg.hasScan())
        .filter(preview -> !preview.jpeg.lossless())
        .max(Comparator.comparingLong(p -> (long) p.jpeg.width() * p.jpeg.height()));
  }

  /** The JPEG at a position; a lossless one is sensor data. */
  static Optional<RawPreview> at(byte[] content, long place) {
    if (!Bytes.bigEndian(content).matches(place, "\u00ff\u00d8\u00ff")) {
      return Optional.empty();
    }
    JpegStructure jpeg = JpegStructure.of(content, (int) place);
    int end = jpeg.end() < 0 ? content.length : jpeg.end();
    return Optional.of(new RawPreview((int) place, end, jpeg));
  }
}
