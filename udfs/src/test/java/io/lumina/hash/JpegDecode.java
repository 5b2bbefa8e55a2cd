package io.lumina.hash;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.lumina.raster.Box;
import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The two decodes that are compared, without orientation.
 *
 * @param full every pixel, grey by ImageHash's formula
 * @param scaled the decode at the smallest scale that keeps 64 pixels on the shorter side
 * @param luma 4096 values from the scaled decode
 */
record JpegDecode(Raster full, Raster scaled, byte[] luma) {

  static JpegDecode of(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  static JpegDecode of(byte[] content) {
    Raster full = grey(decode(content, IMREAD_COLOR));
    int shorter = Math.min(full.width(), full.height());
    int divisor = shorter >= 512 ? 8 : shorter >= 256 ? 4 : shorter >= 128 ? 2 : 1;
    int flag =
        switch (divisor) {
          case 8 -> IMREAD_REDUCED_GRAYSCALE_8;
          case 4 -> IMREAD_REDUCED_GRAYSCALE_4;
          case 2 -> IMREAD_REDUCED_GRAYSCALE_2;
          default -> IMREAD_GRAYSCALE;
        };
    Raster scaled = grey(decode(content, flag));
    Box box = new Box((double) full.width() / divisor, (double) full.height() / divisor);
    return new JpegDecode(full, scaled, Lanczos.resize(scaled, box, 64, 64).grey());
  }

  private static Mat decode(byte[] content, int flag) {
    try (BytePointer bytes = new BytePointer(content);
        Mat encoded =
            new Mat(1, content.length, org.bytedeco.opencv.global.opencv_core.CV_8U, bytes)) {
      return imdecode(encoded, flag | IMREAD_IGNORE_ORIENTATION);
    }
  }

  private static Raster grey(Mat mat) {
    try (mat) {
      if (mat.empty()) {
        throw new IllegalArgumentException("OpenCV decodes no picture from this file");
      }
      byte[] values = new byte[mat.rows() * mat.cols() * mat.channels()];
      mat.data().get(values);
      if (mat.channels() == 1) {
        return new Raster(mat.cols(), mat.rows(), values);
      }
      byte[] grey = new byte[mat.rows() * mat.cols()];
      for (int i = 0; i < grey.length; i++) {
        int blue = values[3 * i] & 0xff;
        int green = values[3 * i + 1] & 0xff;
        int red = values[3 * i + 2] & 0xff;
        grey[i] = (byte) (19595 * red + 38470 * green + 7471 * blue + 32768 >> 16);
      }
      return new Raster(mat.cols(), mat.rows(), grey);
    }
  }
}
