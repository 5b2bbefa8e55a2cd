package io.lumina.hostile;

import io.lumina.made.MadeBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A TIFF stream with the directories of Exif, whose every value is an extreme one. */
final class HostileExif {
  private static final List<Integer> MAIN =
      List.of(
          0x0FE, 0x100, 0x101, 0x10E, 0x10F, 0x110, 0x112, 0x131, 0x132, 0x13B, 0x4746, 0x4749,
          0x8298, 0x9C9B, 0x9C9D, 0x9C9E, 0xC62F);
  private static final List<Integer> EXIF =
      List.of(
          0x829A, 0x829D, 0x8827, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9209, 0x920A, 0x9290,
          0x9291, 0x9292, 0xA002, 0xA003, 0xA431, 0xA434, 0x927C);
  private static final List<Integer> GPS = List.of(0, 1, 2, 3, 4, 5, 6, 7, 0x1D);
  private static final List<Integer> DATES =
      List.of(0x132, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x1D);
  private static final int[] SIZES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
  private static final int TEXT = 2;
  private static final int LONG = 4;

  private final Extremes extremes;

  HostileExif(Extremes extremes) {
    this.extremes = extremes;
  }

  byte[] tiff() {
    byte[] exif = directory(EXIF, List.of(), 8);
    byte[] gps = directory(GPS, List.of(), 8 + exif.length);
    int main = 8 + exif.length + gps.length;
    return MadeBytes.little()
        .text("II")
        .u16(42)
        .u32(main)
        .add(exif)
        .add(gps)
        .add(directory(MAIN, List.of(8, 8 + exif.length), main))
        .done();
  }

  private byte[] directory(List<Integer> tags, List<Integer> pointers, int at) {
    List<byte[]> entries = new ArrayList<>();
    MadeBytes values = MadeBytes.little();
    int count = tags.size() + pointers.size();
    int valuesAt = at + 2 + 12 * count + 4;
    for (int tag : tags) {
      entries.add(entry(tag, values, valuesAt));
    }
    for (int i = 0; i < pointers.size(); i++) {
      entries.add(
          MadeBytes.little()
              .u16(i == 0 ? 0x8769 : 0x8825)
              .u16(LONG)
              .u32(1)
              .u32(pointers.get(i))
              .done());
    }
    MadeBytes directory = MadeBytes.little().u16(count);
    entries.forEach(directory::add);
    return directory.u32(extremes.once(9) ? extremes.number() : 0).add(values.done()).done();
  }

  private byte[] entry(int tag, MadeBytes values, int valuesAt) {
    int type = DATES.contains(tag) && !extremes.once(6) ? TEXT : extremes.below(SIZES.length);
    byte[] value = value(tag, type);
    long count = extremes.once(12) ? extremes.number() : value.length / SIZES[type];
    MadeBytes entry = MadeBytes.little().u16(tag).u16(extremes.once(20) ? 0xFFFF : type).u32(count);
    if (value.length <= 4) {
      return entry.add(value).zeros(4 - value.length).done();
    }
    entry.u32(valuesAt + values.length());
    values.add(value);
    return entry.done();
  }

  private byte[] value(int tag, int type) {
    if (type <= TEXT || type == 7) {
      byte[] text =
          DATES.contains(tag) ? extremes.date().getBytes(StandardCharsets.UTF_8) : extremes.bytes();
      return Arrays.copyOf(text, Math.min(text.length, 30_000) + 1);
    }
    MadeBytes value = MadeBytes.little();
    int count = tag == 2 || tag == 4 || tag == 7 ? 3 : 1 + extremes.below(2);
    for (int i = 0; i < count; i++) {
      switch (type) {
        case 11 -> value.u32(Float.floatToRawIntBits((float) extremes.real()));
        case 12 -> value.u64(Double.doubleToRawLongBits(extremes.real()));
        default -> value.number(extremes.number(), SIZES[type]);
      }
    }
    return value.done();
  }
}
