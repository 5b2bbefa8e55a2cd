package io.lumina.image.child;

import io.lumina.image.structure.Orientation;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.IntPointer;

/** The display matrix in which FFmpeg hands over {@code irot} and {@code imir}. */
final class DisplayMatrix {
  private static final int BYTES = 36;

  private DisplayMatrix() {}

  /** The matrix as an Exif orientation; upright where there is none. */
  static int orientation(AVPacketSideData side) {
    if (side == null || side.isNull() || side.size() < BYTES) {
      return Orientation.UPRIGHT;
    }
    IntPointer matrix = new IntPointer(side.data());
    return orientation(matrix.get(0), matrix.get(1), matrix.get(3), matrix.get(4));
  }

  /** A pixel at (x, y) goes to (a·x + c·y, b·x + d·y); only quarter turns and flips occur. */
  static int orientation(int a, int b, int c, int d) {
    if (Math.abs(a) > Math.abs(b)) {
      if (a > 0) {
        return d > 0 ? 1 : 4;
      }
      return d > 0 ? 2 : 3;
    }
    if (b > 0) {
      return c > 0 ? 5 : 6;
    }
    return c > 0 ? 8 : 7;
  }
}
