package io.lumina.meta.film;

import io.lumina.container.BigEndian;
import io.lumina.meta.field.Findings;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Takes from a film of any length the boxes that hold metadata, and passes over the pictures and
 * sounds.
 */
public final class IsoStream {
  private static final Set<String> KEPT = Set.of("ftyp", "moov", "meta", "uuid");
  private static final int MAX_KEPT = 64 << 20;
  private static final int MAX_BOXES = 100_000;

  private IsoStream() {}

  /** Films begin like pictures do; only their brand tells. */
  public static boolean isFilm(byte[] head) {
    if (!IsoFile.matches(head) || Set.of("jP  ", "JXL ").contains(BigEndian.code(head, 4))) {
      return false;
    }
    return !BigEndian.code(head, 4).equals("ftyp")
        || !Set.of(
                "heic", "heix", "heif", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif",
                "avis", "jxl ", "jp2 ", "jpx ")
            .contains(BigEndian.code(head, 8));
  }

  /** The kept boxes one after the other, as if they were the whole file. */
  public static byte[] boxes(InputStream stream, Findings found) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    DataInputStream in = new DataInputStream(stream);
    try {
      for (int i = 0; i < MAX_BOXES && kept.size() < MAX_KEPT; i++) {
        long size = in.readInt() & 0xFFFF_FFFFL;
        byte[] type = in.readNBytes(4);
        long payload = size == 1 ? in.readLong() - 16 : size == 0 ? Long.MAX_VALUE : size - 8;
        if (type.length < 4 || payload < 0) {
          break;
        }
        if (KEPT.contains(BigEndian.code(type, 0))) {
          keep(type, payload, in, kept);
        } else if (size == 0) {
          break;
        } else {
          in.skipNBytes(payload);
        }
      }
    } catch (EOFException e) {
      // The end of the file; inside a box it says that the film is cut off, which is said
      // elsewhere.
      return kept.toByteArray();
    }
    if (kept.size() >= MAX_KEPT) {
      found.issue("metadata_truncated", "Boxes of metadata hold more than " + MAX_KEPT + " bytes");
    }
    return kept.toByteArray();
  }

  private static void keep(byte[] type, long payload, InputStream in, ByteArrayOutputStream kept)
      throws IOException {
    byte[] content = in.readNBytes((int) Math.min(payload, MAX_KEPT - kept.size()));
    int size = content.length + 8;
    kept.write(size >>> 24);
    kept.write(size >>> 16);
    kept.write(size >>> 8);
    kept.write(size);
    kept.write(type);
    kept.write(content);
    if (content.length < payload) {
      throw new EOFException();
    }
  }
}
