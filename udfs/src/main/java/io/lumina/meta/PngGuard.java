package io.lumina.meta;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Leaves compressed chunks out of a PNG that unpack to more than anyone would write. The parser
 * behind unpacks them whole: 200 kB can become 200 MB.
 */
final class PngGuard {
  private static final int SIGNATURE = 8;
  private static final int MAX_UNPACKED = 8 << 20;
  private static final int CHUNK_FRAME = 12;
  private static final Set<String> COMPRESSED = Set.of("zTXt", "iTXt", "iCCP");

  private PngGuard() {}

  static boolean matches(byte[] content) {
    return content.length > SIGNATURE && Bytes.s64(content, 0) == 0x89504E470D0A1A0AL;
  }

  /** The file without picture data and without bombs, as far as its chunks are whole. */
  static byte[] withoutBombs(byte[] content, Findings found) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    kept.write(content, 0, SIGNATURE);
    int at = SIGNATURE;
    while (at + CHUNK_FRAME <= content.length) {
      long length = Bytes.u32(content, at);
      String type = Bytes.code(content, at + 4);
      if (at + CHUNK_FRAME + length > content.length) {
        found.issue("metadata_truncated", "PNG chunk of " + length + " bytes ends after the file");
        break;
      }
      int size = CHUNK_FRAME + (int) length;
      if (COMPRESSED.contains(type) && isBomb(content, at + 8, (int) length)) {
        found.issue(
            "metadata_bomb",
            "PNG chunk " + type + " unpacks to more than " + MAX_UNPACKED + " bytes, left out");
      } else if (!type.equals("IDAT")) {
        kept.write(content, at, size);
      }
      at += size;
    }
    return kept.toByteArray();
  }

  /**
   * Unpacks from each place where a zlib stream can begin after the keyword; counts, keeps nothing.
   */
  private static boolean isBomb(byte[] content, int from, int length) {
    int at = from;
    while (at < from + length && content[at] != 0) {
      at++;
    }
    for (int start = at + 1; start <= Math.min(at + 200, from + length - 2); start++) {
      if (content[start] == 0x78
          && unpacked(content, start, from + length - start) > MAX_UNPACKED) {
        return true;
      }
    }
    return false;
  }

  private static long unpacked(byte[] content, int from, int length) {
    Inflater inflater = new Inflater();
    byte[] buffer = new byte[1 << 16];
    try {
      inflater.setInput(content, from, length);
      while (!inflater.finished() && inflater.getBytesWritten() <= MAX_UNPACKED) {
        if (inflater.inflate(buffer) == 0) {
          break;
        }
      }
      return inflater.getBytesWritten();
    } catch (DataFormatException e) {
      return inflater.getBytesWritten();
    } finally {
      inflater.end();
    }
  }
}
