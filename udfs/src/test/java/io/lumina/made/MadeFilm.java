package io.lumina.made;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** The boxes of an MP4 without any track: what its header and Apple's keys say. */
public final class MadeFilm {
  private static final Instant EPOCH_1904 = Instant.parse("1904-01-01T00:00:00Z");

  private final long created;
  private final MadeBytes keys = MadeBytes.big();
  private final MadeBytes values = MadeBytes.big();
  private int count;
  private byte[] place = new byte[0];
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
    keys.add(MadeBytes.box("mdta", name.getBytes(StandardCharsets.UTF_8)));
    byte[] data = MadeBytes.box("data", numbers(1, 0), value.getBytes(StandardCharsets.UTF_8));
    values.u32(8 + data.length, ++count).add(data);
    return this;
  }

  /** With a place by ISO 6709, as Android writes it. */
  public MadeFilm place(String place) {
    MadeBytes text = MadeBytes.big().u16(place.length()).u16(0x15c7).text(place);
    this.place = MadeBytes.box("udta", MadeBytes.box("\u00a9xyz", text));
    return this;
  }

  /** That is shown again and again, as an animated AVIF: only its track says how long it is. */
  public MadeFilm endless(int thousandths) {
    byte[] header = MadeBytes.box("mdhd", numbers(0, 0, 0, 1_000, thousandths), new byte[4]);
    track = MadeBytes.box("trak", MadeBytes.box("mdia", header));
    length = -1;
    return this;
  }

  /** The whole file. */
  public byte[] bytes() {
    byte[] header =
        MadeBytes.box("mvhd", numbers(0, created, created, 1_000, length), new byte[80]);
    return MadeBytes.big()
        .add(MadeBytes.box("ftyp", MadeBytes.big().text("isom\0\0\2\0isommp42")))
        .add(MadeBytes.box("moov", header, track, place, meta()))
        .done();
  }

  private byte[] meta() {
    byte[] names = MadeBytes.box("keys", numbers(0, count), keys.done());
    return count == 0 ? new byte[0] : MadeBytes.box("meta", names, MadeBytes.box("ilst", values));
  }

  private static byte[] numbers(long... values) {
    return MadeBytes.big().u32(values).done();
  }
}
