package io.lumina.hash;

import io.lumina.raster.Raster;

/** The synthetic pictures of golden/pictures.md, already grey. */
final class GoldenPicture {
  private GoldenPicture() {}

  /** Red, green and blue of a pixel; values beyond a byte are taken modulo 256. */
  private interface Formula {
    int[] at(int x, int y);
  }

  static Raster of(String name, int w, int h) {
    return switch (name) {
      case "gradx" -> paint(w, h, (x, y) -> same(x * 255 / (w - 1)));
      case "grady" -> paint(w, h, (x, y) -> same(y * 255 / (h - 1)));
      case "checker" -> paint(w, h, (x, y) -> same((x / 16 + y / 16) % 2 == 1 ? 255 : 0));
      case "xor" -> paint(w, h, (x, y) -> new int[] {x ^ y, 7 * x + 3 * y, x * y});
      case "lcg" -> noise(w, h);
      case "rings" -> paint(w, h, (x, y) -> ring(x, y, w, h));
      case "black" -> paint(w, h, (x, y) -> same(0));
      case "white" -> paint(w, h, (x, y) -> same(255));
      case "bright" -> paint(w, h, (x, y) -> same(200 + x * y / (w * h / 56 + 1) % 56));
      default -> throw new IllegalArgumentException("pictures.md has no picture " + name);
    };
  }

  private static int[] same(int value) {
    return new int[] {value, value, value};
  }

  private static int[] ring(int x, int y, int w, int h) {
    int dx = 2 * x - w;
    int dy = 2 * y - h;
    int value = (dx * dx + dy * dy) / 97 % 256;
    return new int[] {value, 255 - value, x * 255 / (w - 1)};
  }

  private static Raster noise(int w, int h) {
    int[] state = {12345};
    return paint(w, h, (x, y) -> new int[] {next(state), next(state), next(state)});
  }

  private static int next(int[] state) {
    state[0] = 1664525 * state[0] + 1013904223;
    return state[0] >>> 24;
  }

  private static Raster paint(int w, int h, Formula formula) {
    byte[] grey = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int[] rgb = formula.at(x, y);
        int sum = 19595 * (rgb[0] & 0xff) + 38470 * (rgb[1] & 0xff) + 7471 * (rgb[2] & 0xff);
        grey[y * w + x] = (byte) (sum + 32768 >> 16);
      }
    }
    return new Raster(w, h, grey);
  }
}
