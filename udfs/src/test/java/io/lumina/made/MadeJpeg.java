package io.lumina.made;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A small grey JPEG with the metadata that a test asks for. */
public final class MadeJpeg {
  private final MadeBytes segments = MadeBytes.big();

  public MadeJpeg exif(Exif block) {
    return segment(0xE1, "Exif\0\0", block.tiff());
  }

  public MadeJpeg xmp(XmpText packet) {
    return xmp(packet.toString());
  }

  /** With a packet as it stands. */
  public MadeJpeg xmp(String packet) {
    byte[] text = packet.getBytes(StandardCharsets.UTF_8);
    return segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", text);
  }

  public MadeJpeg iptc(IptcBlock block) {
    return segment(0xED, "Photoshop 3.0\0", block.resource());
  }

  private MadeJpeg segment(int marker, String name, byte[] content) {
    segments.u8(0xFF).u8(marker).u16(2 + name.length() + content.length).text(name).add(content);
    return this;
  }

  /** The whole file. */
  public byte[] bytes() {
    byte[] plain = plain();
    return MadeBytes.big()
        .add(Arrays.copyOf(plain, 2))
        .add(segments.done())
        .add(Arrays.copyOfRange(plain, 2, plain.length))
        .done();
  }

  private static byte[] plain() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY), "jpg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
