package io.lumina.hostile;

import io.lumina.made.MadeBytes;
import java.util.List;

/** Films and sounds whose every field is an extreme one. */
final class HostileFilms {
  private static final List<String> WORDS =
      List.of(
          "\u00A9day",
          "\u00A9xyz",
          "\u00A9mak",
          "\u00A9mod",
          "\u00A9nam",
          "\u00A9swr",
          "\u00A9des");
  private static final List<String> KEYS =
      List.of(
          "com.apple.quicktime.creationdate",
          "com.apple.quicktime.location.ISO6709",
          "com.apple.quicktime.make",
          "com.apple.quicktime.content.identifier",
          "com.apple.quicktime.keywords");

  private final Extremes extremes;

  HostileFilms(Extremes extremes) {
    this.extremes = extremes;
  }

  byte[] quickTime() {
    return MadeBytes.big()
        .add(MadeBytes.box("ftyp", MadeBytes.big().text("qt  ").u32(0).text("qt  ")))
        .add(MadeBytes.box("moov", movie()))
        .done();
  }

  private MadeBytes movie() {
    MadeBytes header = clock().u32(extremes.number()).u32(extremes.number()).zeros(80);
    MadeBytes track = clock().u32(1).zeros(56).u32(extremes.number()).u32(extremes.number());
    MadeBytes media = clock().u32(extremes.number()).u32(extremes.number()).u32(0);
    MadeBytes userData = MadeBytes.big();
    for (String word : WORDS) {
      byte[] text = short16(extremes.bytes());
      userData.add(MadeBytes.box(word, MadeBytes.big().u16(text.length).u16(0).add(text)));
    }
    userData.add(
        MadeBytes.box(
            "loci",
            MadeBytes.big()
                .u32(0)
                .u16(0)
                .text("place\0")
                .u8(0)
                .u32(extremes.number())
                .u32(extremes.number())
                .u32(extremes.number())));
    return MadeBytes.big()
        .add(MadeBytes.box("mvhd", header))
        .add(
            MadeBytes.box(
                "trak",
                MadeBytes.big()
                    .add(MadeBytes.box("tkhd", track))
                    .add(MadeBytes.box("mdia", MadeBytes.big().add(MadeBytes.box("mdhd", media))))))
        .add(MadeBytes.box("udta", userData))
        .add(MadeBytes.box("meta", keys()));
  }

  private MadeBytes clock() {
    boolean wide = extremes.once(3);
    int size = wide ? 8 : 4;
    return MadeBytes.big()
        .u8(wide ? 1 : 0)
        .number(0, 3)
        .number(extremes.number(), size)
        .number(extremes.number(), size);
  }

  private MadeBytes keys() {
    MadeBytes names = MadeBytes.big().u32(0).u32(KEYS.size());
    MadeBytes values = MadeBytes.big();
    for (int i = 0; i < KEYS.size(); i++) {
      names.add(MadeBytes.box("mdta", MadeBytes.big().text(KEYS.get(i))));
      MadeBytes data = MadeBytes.big().u32(1).u32(0).add(extremes.bytes());
      values.u32(8 + 8 + data.length()).u32(i + 1).add(MadeBytes.box("data", data));
    }
    return MadeBytes.big().add(MadeBytes.box("keys", names)).add(MadeBytes.box("ilst", values));
  }

  byte[] matroska() {
    byte[] info =
        MadeBytes.big()
            .add(element(0x2AD7B1, 3, MadeBytes.big().u64(extremes.number())))
            .add(
                element(
                    0x4489, 2, MadeBytes.big().u64(Double.doubleToRawLongBits(extremes.real()))))
            .add(element(0x4461, 2, MadeBytes.big().u64(extremes.number())))
            .done();
    byte[] video =
        MadeBytes.big()
            .add(element(0xB0, 1, MadeBytes.big().u64(extremes.number())))
            .add(element(0xBA, 1, MadeBytes.big().u64(extremes.number())))
            .done();
    byte[] track =
        MadeBytes.big()
            .add(element(0x86, 1, MadeBytes.big().add(short16(extremes.bytes()))))
            .add(element(0xE0, 1, MadeBytes.big().add(video)))
            .done();
    byte[] tracks =
        element(0x1654AE6B, 4, MadeBytes.big().add(element(0xAE, 1, MadeBytes.big().add(track))));
    return MadeBytes.big()
        .add(element(0x1A45DFA3, 4, MadeBytes.big().text("\u0042\u0082\u0088matroska")))
        .add(
            element(
                0x18538067,
                4,
                MadeBytes.big().add(element(0x1549A966, 4, MadeBytes.big().add(info))).add(tracks)))
        .done();
  }

  private static byte[] element(int id, int idLength, MadeBytes content) {
    return MadeBytes.big()
        .number(id, idLength)
        .number(content.length() | 0x1000_0000L, 4)
        .add(content.done())
        .done();
  }

  /** WAV or AVI with words of extreme length and content. */
  byte[] riff(String kind) {
    MadeBytes words = MadeBytes.little().text(kind.equals("WAVE") ? "INFO" : "exif");
    for (String word : List.of("ICRD", "etim", "ecor", "emdl", "INAM", "IART", "ICOP", "ISFT")) {
      byte[] text = short16(extremes.bytes());
      words.text(word).u32(text.length).add(text).zeros(text.length % 2);
    }
    MadeBytes header = MadeBytes.little();
    for (int i = 0; i < 14; i++) {
      header.u32(extremes.number());
    }
    String name = kind.equals("WAVE") ? "fmt " : "avih";
    MadeBytes body =
        MadeBytes.little()
            .text(kind)
            .text(name)
            .u32(header.length())
            .add(header.done())
            .text("LIST")
            .u32(words.length())
            .add(words.done());
    return MadeBytes.little().text("RIFF").u32(body.length()).add(body.done()).done();
  }

  byte[] windowsMedia() {
    MadeBytes properties = MadeBytes.little();
    for (int i = 0; i < 10; i++) {
      properties.u64(extremes.number());
    }
    return MadeBytes.big()
        .u64(0x3026B2758E66CF11L)
        .u64(0xA6D900AA0062CE6CL)
        .zeros(14)
        .u64(0xA1DCAB8C47A9CF11L)
        .u64(0x8EE400C00C205365L)
        .add(MadeBytes.little().u64(24 + properties.length()).add(properties.done()).done())
        .zeros(40)
        .done();
  }

  static byte[] short16(byte[] bytes) {
    return java.util.Arrays.copyOf(bytes, Math.min(bytes.length, 30_000));
  }
}
