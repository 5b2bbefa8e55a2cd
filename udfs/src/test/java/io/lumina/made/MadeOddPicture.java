package io.lumina.made;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture as files of the less common formats. */
public final class MadeOddPicture {
  private MadeOddPicture() {}

  /** Photoshop's, without layers and not compressed. */
  public static byte[] psd(MadePicture picture) {
    MadeBytes file = MadeBytes.big().text("8BPS").u16(1).zeros(6).u16(3);
    file.u32(picture.height(), picture.width()).u16(8).u16(3).u32(0, 0, 0).u16(0);
    BufferedImage image = picture.image();
    for (int shift = 16; shift >= 0; shift -= 8) {
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          file.u8(image.getRGB(x, y) >> shift);
        }
      }
    }
    return file.done();
  }

  /** Photoshop's for scans in grey. */
  public static byte[] greyPsd(MadePicture picture) {
    MadeBytes file = MadeBytes.big().text("8BPS").u16(1).zeros(6).u16(1);
    file.u32(picture.height(), picture.width()).u16(8).u16(1).u32(0, 0, 0).u16(0);
    return file.add(CodedPicture.grey(picture)).done();
  }

  /** An icon of one PNG, no side of which is longer than 255. */
  public static byte[] ico(MadePicture picture) {
    byte[] png = picture.as("png");
    MadeBytes file = MadeBytes.little().u16(0).u16(1).u16(1);
    file.u8(picture.width()).u8(picture.height()).u16(0).u16(1).u16(32).u32(png.length, 22);
    return file.add(png).done();
  }

  /** A JPEG 2000 in grey. */
  public static byte[] jp2(MadePicture picture) {
    return CodedPicture.jpeg2000(picture);
  }

  /** A TIFF for more than 4 GiB, in grey and not compressed. */
  public static byte[] bigTiff(MadePicture picture) {
    byte[] grey = CodedPicture.grey(picture);
    int entries = 8;
    long pixelsAt = 16 + 8 + 20 * entries + 8;
    MadeBytes file = MadeBytes.little().text("II").u16(43).u16(8).u16(0).u64(16).u64(entries);
    field(file, 0x100, picture.width());
    field(file, 0x101, picture.height());
    field(file, 0x102, 8);
    field(file, 0x103, 1);
    field(file, 0x106, 1);
    field(file, 0x111, pixelsAt);
    field(file, 0x116, picture.height());
    field(file, 0x117, grey.length);
    return file.u64(0).add(grey).done();
  }

  private static void field(MadeBytes file, int tag, long value) {
    file.u16(tag).u16(4).u64(1).u32(value, 0);
  }

  /** What a fax machine makes of it: a TIFF in black and white by Group 4. */
  public static byte[] fax(MadePicture picture) {
    BufferedImage fax =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D pen = fax.createGraphics();
    pen.drawImage(picture.image(), 0, 0, null);
    pen.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionType("CCITT T.6");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(fax, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
