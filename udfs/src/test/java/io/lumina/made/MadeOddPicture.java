package io.lumina.made;

import java.awt.image.BufferedImage;

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
}
