package io.lumina.image.film;

import io.lumina.container.Bytes;
import io.lumina.container.FileFormat;
import java.util.Arrays;

/** How long films and recordings say they are, near their beginning; 0 where they do not say. */
final class LengthInHead {
  /** Enough of a file to find it. */
  static final int BYTES = 8 << 10;

  private static final long UNKNOWN_32 = 0xffff_ffffL;
  private static final int EBML = 0x1a45dfa3;
  private static final int SEGMENT = 0x18538067;
  private static final String ASF_FILE_PROPERTIES =
      "\u00a1\u00dc\u00ab\u008c\u0047\u00a9\u00cf\u0011\u008e\u00e4\u0000\u00c0\u000c\u0020\u0053\u0065";

  private LengthInHead() {}

  static long of(FileFormat format, byte[] head, int length) {
    byte[] there = Arrays.copyOf(head, length);
    return switch (format) {
      case AVI, WAV -> riff(Bytes.littleEndian(there));
      case MKV, WEBM -> matroska(Bytes.bigEndian(there));
      case WMV -> windowsMedia(Bytes.littleEndian(there));
      default -> 0;
    };
  }

  /** Of several RIFF chunks, as long AVIs have them, the first. */
  private static long riff(Bytes bytes) {
    long size = bytes.u32(4);
    return bytes.matches(0, "RIFF") && size != UNKNOWN_32 && size != 0 ? size + 8 : 0;
  }

  private static long matroska(Bytes bytes) {
    if (bytes.u32(0) != EBML) {
      return 0;
    }
    int headerLength = length(bytes, 4);
    long segmentAt = 4 + headerLength + number(bytes, 4, headerLength);
    if (bytes.u32(segmentAt) != SEGMENT) {
      return 0;
    }
    int sizeLength = length(bytes, segmentAt + 4);
    long size = number(bytes, segmentAt + 4, sizeLength);
    boolean unknown = size == (1L << 7 * sizeLength) - 1;
    return unknown ? 0 : segmentAt + 4 + sizeLength + size;
  }

  /** Bytes of a number whose leading zeros tell how many. */
  private static int length(Bytes bytes, long at) {
    return Math.min(8, Integer.numberOfLeadingZeros(bytes.u8(at)) - 23);
  }

  private static long number(Bytes bytes, long at, int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | bytes.u8(at + i);
    }
    return value & (1L << 7 * length) - 1;
  }

  /** Left open in what was streamed live. */
  private static long windowsMedia(Bytes bytes) {
    int at = bytes.indexOf(ASF_FILE_PROPERTIES, 0, bytes.length());
    boolean live = at >= 0 && (bytes.u32(at + 88L) & 1) != 0;
    return at < 0 || live || !bytes.has(at, 104) ? 0 : Math.max(0, bytes.s64(at + 40L));
  }
}
