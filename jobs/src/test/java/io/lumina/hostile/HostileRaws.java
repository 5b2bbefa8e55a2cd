package io.lumina.hostile;

import io.lumina.made.MadeBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** RAW files of old cameras with extreme values. */
final class HostileRaws {
  private final Extremes extremes;
  private final HostileExif exif;

  HostileRaws(Extremes extremes, HostileExif exif) {
    this.extremes = extremes;
    this.exif = exif;
  }

  byte[] minolta() {

    byte[] tiff = exif.tiff();
    return MadeBytes.big()
        .text("\0MRM")
        .u32(tiff.length + 24)
        .text("\0TTW")
        .u32(tiff.length)
        .add(tiff)
        .text("\0PRD")
        .u32(16)
        .u64(extremes.number())
        .u64(extremes.number())
        .done();
  }

  byte[] canon() {
    return MadeBytes.big()
        .add(MadeBytes.box("ftyp", MadeBytes.big().text("crx ").u32(1).text("crx ")))
        .add(
            MadeBytes.box(
                "moov",
                MadeBytes.big()
                    .add(
                        MadeBytes.box(
                            "uuid",
                            MadeBytes.big()
                                .u64(0x85C0B687820F11E0L)
                                .u64(0x8111F4CE462B6A48L)
                                .add(MadeBytes.box("CMT1", MadeBytes.big().add(exif.tiff())))
                                .add(MadeBytes.box("CMT4", MadeBytes.big().add(exif.tiff())))))))
        .done();
  }

  byte[] kyocera() {
    MadeBytes file =
        MadeBytes.big()
            .zeros(0x19)
            .text("ARECOYK")
            .zeros(1)
            .add(Arrays.copyOf(extremes.bytes(), 20));
    return file.zeros(3)
        .u32(extremes.number())
        .zeros(0x1C)
        .u32(extremes.number())
        .zeros(0x14)
        .u32(extremes.number())
        .zeros(64)
        .done();
  }

  byte[] sigma() {
    List<String> names =
        List.of("TIME", "ISO", "APERTURE", "FLENGTH", "SHUTTER", "CAMMANUF", "CAMMODEL");
    MadeBytes texts16 = MadeBytes.little();
    MadeBytes pairs = MadeBytes.little();
    for (String name : names) {
      pairs.u32(texts16.length() / 2);
      utf16(texts16, name);
      pairs.u32(texts16.length() / 2);
      String value = extremes.word();
      utf16(texts16, value.substring(0, Math.min(value.length(), 300)));
    }
    MadeBytes head =
        MadeBytes.little()
            .text("FOVb")
            .zeros(24)
            .u32(extremes.number())
            .u32(extremes.number())
            .zeros(8);
    int at = head.length();
    MadeBytes properties =
        MadeBytes.little()
            .text("SECp")
            .u32(0)
            .u32(names.size())
            .zeros(12)
            .add(pairs.done())
            .add(texts16.done());
    int directory = at + properties.length();
    return head.add(properties.done())
        .text("SECd")
        .u32(0)
        .u32(1)
        .u32(at)
        .u32(properties.length())
        .text("PROP")
        .u32(directory)
        .done();
  }

  private static void utf16(MadeBytes into, String text) {
    into.add(text.getBytes(StandardCharsets.UTF_16LE)).u16(0);
  }
}
