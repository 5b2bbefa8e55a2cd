package io.lumina.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.lumina.raster.Raster;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The reference for the accuracy of hashes: every pixel in colour, Exif orientation applied, then
 * grey by Pillow's formula, as ImageHash sees a picture after {@code exif_transpose}.
 */
public final class FullDecode {
  private FullDecode() {}

  /**
   * The upright grey picture in full size.
   *
   * @throws IllegalArgumentException where OpenCV cannot decode the content
   */
  public static Raster grey(byte[] content) {
    try (BytePointer data = new BytePointer(content);
        Mat buffer = new Mat(1, content.length, CV_8UC1, data);
        Mat colour = imdecode(buffer, IMREAD_COLOR)) {
      if (colour.empty()) {
        throw new IllegalArgumentException(
            "OpenCV cannot decode these " + content.length + " bytes");
      }
      int width = colour.cols();
      int height = colour.rows();
      byte[] grey = new byte[width * height];
      byte[] line = new byte[3 * width];
      for (int y = 0; y < height; y++) {
        colour.ptr(y).get(line, 0, line.length);
        for (int x = 0; x < width; x++) {
          int blue = line[3 * x] & 0xff;
          int green = line[3 * x + 1] & 0xff;
          int red = line[3 * x + 2] & 0xff;
          int value = (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
          grey[y * width + x] = (byte) value;
        }
      }
      return new Raster(width, height, grey);
    }
  }
}
