package io.lumina.image.jpeg;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.lumina.raster.Raster;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** The reference: what libjpeg-turbo gives at an eighth, in grey. */
public final class OpenCvEighth {
  private OpenCvEighth() {}

  /** The picture; empty where OpenCV gives none. */
  public static Optional<Raster> of(byte[] content) {
    try (BytePointer data = new BytePointer(content);
        Mat buffer = new Mat(1, content.length, CV_8UC1, data);
        Mat picture = imdecode(buffer, IMREAD_REDUCED_GRAYSCALE_8 | IMREAD_IGNORE_ORIENTATION)) {
      if (picture == null || picture.empty()) {
        return Optional.empty();
      }
      byte[] grey = new byte[picture.cols() * picture.rows()];
      for (int y = 0; y < picture.rows(); y++) {
        picture.ptr(y).get(grey, y * picture.cols(), picture.cols());
      }
      return Optional.of(new Raster(picture.cols(), picture.rows(), grey));
    } catch (RuntimeException e) {
      // JavaCPP turns every C++ exception into one.
      return Optional.empty();
    }
  }
}
