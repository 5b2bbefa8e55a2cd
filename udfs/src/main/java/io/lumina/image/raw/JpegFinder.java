package io.lumina.image.raw;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the JPEG streams in a file of any kind. A stream that was walked to its end is jumped over,
 * so that thumbnails inside its segments are not found.
 */
final class JpegFinder {
  private static final int MAX_STREAMS = 64;

  private JpegFinder() {}

  static List<RawPreview> find(byte[] content) {
    List<RawPreview> found = new ArrayList<>();
    int at = 0;
    int tries = 0;
    while (at + 3 < content.length && found.size() < MAX_STREAMS && tries < 16 * MAX_STREAMS) {
      // FF D8 FF and a marker that may come first.
      boolean start =
          content[at] == -1
              && content[at + 1] == (byte) 0xd8
              && content[at + 2] == -1
              && (content[at + 3] & 0xff) >= 0xc0;
      if (!start) {
        at++;
        continue;
      }
      tries++;
      RawPreview preview = RawPreview.at(content, at).orElseThrow();
      boolean picture = preview.jpeg().hasFrame() && preview.jpeg().hasScan();
      if (picture) {
        found.add(preview);
      }
      at = picture && preview.jpeg().end() > at ? preview.jpeg().end() : at + 2;
    }
    return found;
  }
}
