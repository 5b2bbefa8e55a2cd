package io.lumina.meta;

import io.lumina.made.MadeBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Metadata that a test puts together. */
public final class Made {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int TEXT = 2;

  private Made() {}

  /** One directory of a TIFF, little end first. */
  public static final class Directory {
    private final List<byte[]> entries = new ArrayList<>();
    private final MadeBytes values = MadeBytes.little();
    private final int at;
    private final int count;

    /**
     * @param at where it will stand
     * @param count how many entries it will have
     */
    public Directory(int at, int count) {
      this.at = at;
      this.count = count;
    }

    Directory number(int tag, long value) {
      entries.add(
          MadeBytes.little().u16(tag).u16(value > 0xFFFF ? LONG : SHORT).u32(1).u32(value).done());
      return this;
    }

    Directory pointer(int tag, int place) {
      entries.add(MadeBytes.little().u16(tag).u16(LONG).u32(1).u32(place).done());
      return this;
    }

    public Directory text(int tag, String text) {
      int place = at + 2 + 12 * count + 4 + values.length();
      entries.add(MadeBytes.little().u16(tag).u16(TEXT).u32(text.length() + 1).u32(place).done());
      values.text(text).u8(0);
      return this;
    }

    public byte[] followedBy(int next) {
      assert entries.size() == count : entries.size() + " entries, not " + count;
      MadeBytes directory = MadeBytes.little().u16(count);
      entries.forEach(directory::add);
      return directory.u32(next).add(values.done()).done();
    }
  }

  /** A TIFF stream of one camera: make, model, orientation 6 and the time of capture. */
  static byte[] exif() {
    byte[] exif = new Directory(8, 1).text(0x9003, "2015:06:07 08:09:10").followedBy(0);
    int main = 8 + exif.length;
    return MadeBytes.little()
        .text("II")
        .u16(42)
        .u32(main)
        .add(exif)
        .add(
            new Directory(main, 4)
                .text(0x10F, "Maker")
                .text(0x110, "Model 5")
                .number(0x112, 6)
                .pointer(0x8769, 8)
                .followedBy(0))
        .done();
  }

  static byte[] xmp(int rating) {
    return ("<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
            + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:Rating='"
            + rating
            + "'/></rdf:RDF></x:xmpmeta>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
