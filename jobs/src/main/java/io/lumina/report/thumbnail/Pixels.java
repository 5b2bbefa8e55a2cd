package io.lumina.report.thumbnail;

/**
 * A small colour picture, 8 bits for each of blue, green and red.
 *
 * @param width columns
 * @param height rows
 * @param bgr {@code 3 * width * height} values, row-major, not copied
 */
record Pixels(int width, int height, byte[] bgr) {

  Pixels {
    if (width < 1 || height < 1 || bgr.length != 3L * width * height) {
      throw new IllegalArgumentException(
          width + "x" + height + " pixels cannot have " + bgr.length + " values");
    }
  }

  /**
   * From samples of a decoder, transparency over white.
   *
   * @param channels 1 grey, 3 blue-green-red, 4 with alpha last
   */
  static Pixels of(int width, int height, int channels, byte[] samples) {
    byte[] bgr = new byte[3 * width * height];
    for (int pixel = 0; pixel < width * height; pixel++) {
      int from = pixel * channels;
      int alpha = channels == 4 ? samples[from + 3] & 0xff : 255;
      for (int c = 0; c < 3; c++) {
        int sample = samples[channels == 1 ? from : from + c] & 0xff;
        bgr[3 * pixel + c] = (byte) ((sample * alpha + 255 * (255 - alpha) + 127) / 255);
      }
    }
    return new Pixels(width, height, bgr);
  }

  /**
   * Turned and mirrored as Exif says that a stored picture must be to stand upright.
   *
   * @param orientation 1 to 8; anything else is taken as 1
   */
  Pixels upright(int orientation) {
    if (orientation < 2 || orientation > 8) {
      return this;
    }
    boolean onItsSide = orientation >= 5;
    int shownWidth = onItsSide ? height : width;
    int shownHeight = onItsSide ? width : height;
    byte[] turned = new byte[bgr.length];
    for (int y = 0; y < shownHeight; y++) {
      for (int x = 0; x < shownWidth; x++) {
        int from = 3 * stored(x, y, orientation);
        System.arraycopy(bgr, from, turned, 3 * (y * shownWidth + x), 3);
      }
    }
    return new Pixels(shownWidth, shownHeight, turned);
  }

  /** Where the pixel shown at a column and a row is stored. */
  private int stored(int x, int y, int orientation) {
    int right = width - 1;
    int bottom = height - 1;
    return switch (orientation) {
      case 2 -> y * width + right - x;
      case 3 -> (bottom - y) * width + right - x;
      case 4 -> (bottom - y) * width + x;
      case 5 -> x * width + y;
      case 6 -> (bottom - x) * width + y;
      case 7 -> (bottom - x) * width + right - y;
      default -> x * width + right - y;
    };
  }
}
