package io.lumina.made;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A QuickTime film of JPEG frames, one each second. */
public final class MadeClip {
  private static final Instant EPOCH = Instant.parse("1904-01-01T00:00:00Z");
  private static final int[] UNITY = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

  private MadeClip() {}

  /** The file; all frames have the size of the first. */
  public static byte[] mov(Instant created, List<MadePicture> frames) {
    List<byte[]> samples = frames.stream().map(frame -> frame.jpeg(80)).toList();
    byte[] type = MadeBytes.box("ftyp", text("qt  "), ints(0x200), text("qt  "));
    int at = type.length + 8;
    byte[] data = MadeBytes.box("mdat", samples.toArray(byte[][]::new));
    byte[] index = moov((int) Duration.between(EPOCH, created).toSeconds(), frames, samples, at);
    return MadeBytes.big().add(type).add(data).add(index).done();
  }

  private static byte[] moov(
      int created, List<MadePicture> frames, List<byte[]> samples, int dataAt) {
    int seconds = frames.size();
    int width = frames.get(0).width();
    int height = frames.get(0).height();
    byte[] header =
        MadeBytes.box(
            "mvhd",
            ints(0, created, created, 1, seconds, 0x10000, 0x1000000, 0, 0),
            ints(UNITY),
            ints(0, 0, 0, 0, 0, 0, 2));
    byte[] track =
        MadeBytes.box(
            "tkhd",
            ints(7, created, created, 1, 0, seconds, 0, 0, 0, 0),
            ints(UNITY),
            ints(width << 16, height << 16));
    byte[] media = MadeBytes.box("mdhd", ints(0, created, created, 1, seconds, 0));
    byte[] handler = MadeBytes.box("hdlr", ints(0), text("mhlrvide"), ints(0, 0, 0), new byte[1]);
    byte[] reference =
        MadeBytes.box("dinf", MadeBytes.box("dref", ints(0, 1), MadeBytes.box("alis", ints(1))));
    byte[] info =
        MadeBytes.box(
            "minf",
            MadeBytes.box("vmhd", ints(1, 0, 0)),
            reference,
            table(width, height, samples, dataAt));
    return MadeBytes.box(
        "moov", header, MadeBytes.box("trak", track, MadeBytes.box("mdia", media, handler, info)));
  }

  private static byte[] table(int width, int height, List<byte[]> samples, int dataAt) {
    byte[] entry =
        MadeBytes.box(
            "jpeg",
            ints(0, 1, 0),
            text("made"),
            ints(0, 512, width << 16 | height, 0x480000, 0x480000, 0),
            ints(1 << 16),
            new byte[30],
            ints(24 << 16 | 0xffff));
    int[] sizes = samples.stream().mapToInt(sample -> sample.length).toArray();
    return MadeBytes.box(
        "stbl",
        MadeBytes.box("stsd", ints(0, 1), entry),
        MadeBytes.box("stts", ints(0, 1, samples.size(), 1)),
        MadeBytes.box("stsc", ints(0, 1, 1, samples.size(), 1)),
        MadeBytes.box("stsz", ints(0, 0, samples.size()), ints(sizes)),
        MadeBytes.box("stco", ints(0, 1, dataAt)));
  }

  private static byte[] text(String ascii) {
    return MadeBytes.big().text(ascii).done();
  }

  private static byte[] ints(int... values) {
    return MadeBytes.big().u32(Arrays.stream(values).asLongStream().toArray()).done();
  }
}
