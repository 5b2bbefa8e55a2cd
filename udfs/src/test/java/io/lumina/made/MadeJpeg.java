package io.lumina.made;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A small grey JPEG with the metadata that a test asks for. */
public final class MadeJpeg {
  private final ByteArrayOutputStream segments = new ByteArrayOutputStream();

  public MadeJpeg exif(Exif block) {
    return segment(0xE1, "Exif\0\0", block.tiff());
  }

  public MadeJpeg xmp(XmpText packet) {
    byte[] text = packet.toString().getBytes(StandardCharsets.UTF_8);
    return segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", text);
  }

  public MadeJpeg iptc(IptcBlock block) {
    return segment(0xED, "Photoshop 3.0\0", block.resource());
  }

  private MadeJpeg segment(int marker, String name, byte[] content) {
    int length = 2 + name.length() + content.length;
    segments.writeBytes(new byte[] {(byte) 0xFF, (byte) marker});
    segments.writeBytes(new byte[] {(byte) (length >> 8), (byte) length});
    segments.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    segments.writeBytes(content);
    return this;
  }

  /** The whole file. */
  public byte[] bytes() {
    byte[] plain = plain();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(plain, 0, 2);
    all.writeBytes(segments.toByteArray());
    all.write(plain, 2, plain.length - 2);
    return all.toByteArray();
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
