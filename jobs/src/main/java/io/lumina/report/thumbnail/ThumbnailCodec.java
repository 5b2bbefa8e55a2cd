package io.lumina.report.thumbnail;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.lumina.image.pixels.StillPng;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Decodes to small colour pictures and encodes them, through OpenCV. */
@SuppressWarnings("try") // A PointerScope works by being open: it frees what is made inside it.
final class ThumbnailCodec {
  private static final int JPEG_QUALITY = 72;
  private static final int FRUGAL_JPEG_QUALITY = 45;
  private static final int FRUGAL_ABOVE_BYTES = 24_000;
  private static final int CV_16_TO_8 = 257;

  private ThumbnailCodec() {}

  /**
   * The picture as stored, no larger than asked for on its long side; empty when there is none.
   *
   * @param file its content
   * @param jpeg whether the decoder can scale while it decodes
   * @param longSide of the file's picture, pixels
   * @param atMost of the result, pixels
   */
  static Optional<Pixels> decode(byte[] file, boolean jpeg, int longSide, int atMost) {
    byte[] content = StillPng.of(file);
    try (PointerScope scope = new PointerScope()) {
      Mat buffer = new Mat(1, content.length, CV_8UC1, new BytePointer(content));
      int flags = jpeg ? reduced(longSide, atMost) : IMREAD_UNCHANGED;
      Mat picture = imdecode(buffer, flags | IMREAD_IGNORE_ORIENTATION);
      if (!usable(picture) && !jpeg) {
        // Floats and other rare samples: let the decoder turn them into colours.
        picture = imdecode(buffer, IMREAD_COLOR | IMREAD_IGNORE_ORIENTATION);
      }
      if (!usable(picture)) {
        return Optional.empty();
      }
      return Optional.of(pixels(shrunk(picture, atMost)));
    }
  }

  /** Grey values stretched to a size, as colours. */
  static Pixels stretched(byte[] grey, int side, int width, int height) {
    try (PointerScope scope = new PointerScope()) {
      Mat small = new Mat(side, side, CV_8UC1, new BytePointer(grey));
      Mat large = new Mat();
      resize(small, large, new Size(width, height), 0, 0, INTER_CUBIC);
      return pixels(large);
    }
  }

  /** As a JPEG of a size fit for a page with hundreds of them. */
  static byte[] encode(Pixels pixels) {
    byte[] jpeg = encode(pixels, JPEG_QUALITY);
    return jpeg.length > FRUGAL_ABOVE_BYTES ? encode(pixels, FRUGAL_JPEG_QUALITY) : jpeg;
  }

  private static byte[] encode(Pixels pixels, int quality) {
    try (PointerScope scope = new PointerScope()) {
      Mat mat = new Mat(pixels.height(), pixels.width(), CV_8UC3, new BytePointer(pixels.bgr()));
      BytePointer file = new BytePointer();
      if (!imencode(".jpg", mat, file, new IntPointer(IMWRITE_JPEG_QUALITY, quality))) {
        throw new IllegalStateException(
            "No JPEG of " + pixels.width() + "x" + pixels.height() + " pixels");
      }
      byte[] jpeg = new byte[Math.toIntExact(file.limit())];
      file.get(jpeg);
      return jpeg;
    }
  }

  private static int reduced(int longSide, int atMost) {
    if (longSide >= 8 * atMost) {
      return IMREAD_REDUCED_COLOR_8;
    }
    if (longSide >= 4 * atMost) {
      return IMREAD_REDUCED_COLOR_4;
    }
    return longSide >= 2 * atMost ? IMREAD_REDUCED_COLOR_2 : IMREAD_COLOR;
  }

  private static boolean usable(Mat picture) {
    return picture != null
        && !picture.empty()
        && (picture.depth() == CV_8U || picture.depth() == CV_16U)
        && (picture.channels() == 1 || picture.channels() == 3 || picture.channels() == 4);
  }

  private static Mat shrunk(Mat picture, int atMost) {
    int longSide = Math.max(picture.cols(), picture.rows());
    if (longSide <= atMost) {
      return picture;
    }
    double scale = (double) atMost / longSide;
    int width = Math.max(1, (int) Math.round(picture.cols() * scale));
    int height = Math.max(1, (int) Math.round(picture.rows() * scale));
    Mat small = new Mat();
    resize(picture, small, new Size(width, height), 0, 0, INTER_AREA);
    return small;
  }

  private static Pixels pixels(Mat mat) {
    Mat eight = mat;
    if (mat.depth() == CV_16U) {
      eight = new Mat();
      mat.convertTo(eight, CV_8U, 1.0 / CV_16_TO_8, 0);
    }
    int rowLength = eight.cols() * eight.channels();
    byte[] samples = new byte[rowLength * eight.rows()];
    for (int y = 0; y < eight.rows(); y++) {
      eight.ptr(y).get(samples, y * rowLength, rowLength);
    }
    return Pixels.of(eight.cols(), eight.rows(), eight.channels(), samples);
  }
}
