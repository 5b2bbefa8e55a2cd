package io.lumina.meta.film;

import io.lumina.container.BigEndian;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The streams inside the packets of an MPEG transport stream ({@code .mts}, {@code .m2ts}), as far
 * as their beginnings go: cameras write what they know of a film before its first picture.
 */
final class TransportStream {
  private static final int SYNC = 0x47;
  private static final int PACKET = 188;
  private static final int TIMED_PACKET = 192;
  private static final int MAX_STREAMS = 32;
  private static final int MAX_BYTES_OF_STREAM = 1 << 20;
  private static final int MAX_BYTES = 16 << 20;

  private TransportStream() {}

  static boolean matches(byte[] content) {
    return step(content) > 0;
  }

  /** BigEndian of each stream, without the frame of the packets. */
  static Collection<ByteArrayOutputStream> streams(byte[] content) {
    Map<Integer, ByteArrayOutputStream> streams = new HashMap<>();
    int step = step(content);
    int end = Math.min(content.length, MAX_BYTES) - PACKET;
    for (int at = step - PACKET; step > 0 && at <= end; at += step) {
      int stream = BigEndian.u16(content, at + 1) & 0x1FFF;
      int flags = BigEndian.u8(content, at + 3);
      int header = (flags & 0x20) == 0 ? 4 : 5 + BigEndian.u8(content, at + 4);
      boolean holdsPayload = (flags & 0x10) != 0 && header < PACKET;
      boolean isWanted = streams.containsKey(stream) || streams.size() < MAX_STREAMS;
      if (BigEndian.u8(content, at) == SYNC && holdsPayload && isWanted) {
        ByteArrayOutputStream bytes =
            streams.computeIfAbsent(stream, id -> new ByteArrayOutputStream());
        if (bytes.size() < MAX_BYTES_OF_STREAM) {
          bytes.write(content, at + header, PACKET - header);
        }
      }
    }
    return streams.values();
  }

  /** How far packets are apart: those of cameras have a time of four bytes before them. */
  private static int step(byte[] content) {
    if (isAt(content, 0) && isAt(content, PACKET) && isAt(content, 2 * PACKET)) {
      return PACKET;
    }
    int time = TIMED_PACKET - PACKET;
    boolean timed =
        isAt(content, time)
            && isAt(content, time + TIMED_PACKET)
            && isAt(content, time + 2 * TIMED_PACKET);
    return timed ? TIMED_PACKET : 0;
  }

  private static boolean isAt(byte[] content, int at) {
    return at < content.length && BigEndian.u8(content, at) == SYNC;
  }
}
