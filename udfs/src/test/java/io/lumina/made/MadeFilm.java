package io.lumina.made;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** The boxes of an MP4 without any track: what its header and Apple's keys say. */
public final class MadeFilm {
  private static final Instant EPOCH_1904 = Instant.parse("1904-01-01T00:00:00Z");

  private final long created;
  private byte[] keys = new byte[0];
  private byte[] track = new byte[0];
  private int length = 2_500;

  private MadeFilm(long created) {
    this.created = created;
  }

  /** Dated as QuickTime counts, in seconds from 1904. */
  public static MadeFilm of(Instant created) {
    return new MadeFilm(Duration.between(EPOCH_1904, created).toSeconds());
  }

  /** Dated as some recorders count, in seconds from 1970. */
  public static MadeFilm since1970(Instant created) {
    return new MadeFilm(created.getEpochSecond());
  }

  /** With one of Apple's keys, such as {@code com.apple.quicktime.creationdate}. */
  public MadeFilm key(String name, String value) {
    byte[] key = box("mdta", name.getBytes(StandardCharsets.UTF_8));
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    byte[] data = box("data", joined(numbers(1, 0), text));
    byte[] entry = joined(numbers(8 + data.length, 1), data);
    keys = box("meta", joined(box("keys", joined(numbers(0, 1), key)), box("ilst", entry)));
    return this;
  }

  /** That is shown again and again, as an animated AVIF: only its track says how long it is. */
  public MadeFilm endless(int thousandths) {
    byte[] header = joined(numbers(0, 0, 0, 1_000, thousandths), new byte[4]);
    track = box("trak", box("mdia", box("mdhd", header)));
    length = -1;
    return this;
  }

  /** The whole file. */
  public byte[] bytes() {
    byte[] header = joined(numbers(0, (int) created, (int) created, 1_000, length), new byte[80]);
    byte[] brand = "isom\0\0\2\0isommp42".getBytes(StandardCharsets.US_ASCII);
    return joined(
        box("ftyp", brand), box("moov", joined(box("mvhd", header), joined(track, keys))));
  }

  private static byte[] box(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    return joined(numbers(8 + content.length), joined(name, content));
  }

  private static byte[] numbers(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    all.writeBytes(second);
    return all.toByteArray();
  }
}
