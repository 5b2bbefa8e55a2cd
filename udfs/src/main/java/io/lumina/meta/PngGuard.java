package io.lumina.meta;

import io.lumina.container.BigEndian;
import io.lumina.meta.field.Findings;
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
  private static final int MAX_UNPACKED = 16 << 20;
  private static final int CHUNK_FRAME = 12;
  private static final Set<String> COMPRESSED = Set.of("zTXt", "iTXt", "iCCP");

  private PngGuard() {}

  static boolean matches(byte[] content) {
    return content.length > SIGNATURE && BigEndian.s64(content, 0) == 0x89504E470D0A1A0AL;
  }

  /** The file without picture data and without bombs, as far as its chunks are whole. */
  static byte[] withoutBombs(byte[] content, Findings found) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    kept.write(content, 0, SIGNATURE);
    long budget = MAX_UNPACKED;
    int at = SIGNATURE;
    while (at + CHUNK_FRAME <= content.length) {
      long length = BigEndian.u32(content, at);
      String type = BigEndian.code(content, at + 4);
      if (at + CHUNK_FRAME + length > content.length) {
        found.issue("metadata_truncated", "PNG chunk of " + length + " bytes ends after the file");
        break;
      }
      int size = CHUNK_FRAME + (int) length;
      long unpacked =
          COMPRESSED.contains(type) ? unpacked(content, type, at + 8, (int) length, budget) : 0;
      if (unpacked > budget) {
        found.issue(
            "metadata_bomb",
            "PNG chunk %s brings unpacked text above %d bytes, left out"
                .formatted(type, MAX_UNPACKED));
      } else {
        budget -= unpacked;
        if (!type.equals("IDAT")) {
          kept.write(content, at, size);
        }
      }
      at += size;
    }
    return kept.toByteArray();
  }

  /** How many bytes a chunk unpacks to, counted a little beyond the limit at most, none kept. */
  private static long unpacked(byte[] content, String type, int from, int length, long limit) {
    int end = from + length;
    int start = afterNul(content, from, end);
    if (type.equals("iTXt")) {
      boolean compressed = start < end && content[start] == 1;
      start = compressed ? afterNul(content, afterNul(content, start + 2, end), end) : end;
    } else {
      // One byte names the only method there is.
      start++;
    }
    return start < end ? inflated(content, start, end - start, limit) : 0;
  }

  private static int afterNul(byte[] content, int from, int end) {
    int at = from;
    while (at < end && content[at] != 0) {
      at++;
    }
    return at + 1;
  }

  private static long inflated(byte[] content, int from, int length, long limit) {
    Inflater inflater = new Inflater();
    byte[] buffer = new byte[1 << 16];
    try {
      inflater.setInput(content, from, length);
      while (!inflater.finished() && inflater.getBytesWritten() <= limit) {
        if (inflater.inflate(buffer) == 0) {
          break;
        }
      }
      return inflater.getBytesWritten();
    } catch (DataFormatException e) {
      // What was unpacked before the damage is what the parser would unpack.
      return inflater.getBytesWritten();
    } finally {
      inflater.end();
    }
  }
}
