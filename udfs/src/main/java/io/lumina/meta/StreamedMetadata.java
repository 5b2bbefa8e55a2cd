package io.lumina.meta;

import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataReading;
import io.lumina.meta.film.IsoStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What of a file that does not fit into memory holds its metadata: of a film the boxes that do, of
 * anything else the first 64 MiB.
 */
public final class StreamedMetadata {
  /** Other files than films keep their metadata near the beginning. */
  private static final int MAX_HEAD = 64 << 20;

  private static final int BRAND_END = 12;

  private final byte[] content;
  private final Findings found;

  private StreamedMetadata(byte[] content, Findings found) {
    this.content = content;
    this.found = found;
  }

  /**
   * Takes it from a stream, which is not closed.
   *
   * @throws IOException where the stream itself fails
   */
  public static StreamedMetadata of(InputStream stream) throws IOException {
    Findings found = new Findings();
    InputStream in = new BufferedInputStream(stream);
    in.mark(BRAND_END);
    byte[] head = in.readNBytes(BRAND_END);
    in.reset();
    byte[] content = {};
    try {
      content = IsoStream.isFilm(head) ? IsoStream.boxes(in, found) : in.readNBytes(MAX_HEAD);
    } catch (OutOfMemoryError e) {
      found.issue("metadata_unreadable", "Asks for too much: " + e);
    }
    if (content.length == MAX_HEAD) {
      found.issue("metadata_truncated", "Looked for metadata in the first " + MAX_HEAD + " bytes");
    }
    return new StreamedMetadata(content, found);
  }

  /** Reads it, once. */
  public MetadataReading read() {
    return MetadataReader.reading(content, found);
  }
}
