package io.lumina.duplicates;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_DUPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_8;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.getTextSize;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.Optional;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** A picture that captions are written on, as memes and cards have them. */
record WrittenPicture(Mat pixels) {
  private static final double WIDEST = 900;
  private static final int MOST_LETTERS = 30;
  private static final String LETTERS = "EEEETTTAAAOOOIINNSSHHRRDLLCUMWFGYPBVK      ";

  /** Height of a capital letter of the font at a scale of one. */
  private static final double CAPITAL = 21;

  /** Where the text stands. */
  enum Place {
    BOTTOM,
    TOP_AND_BOTTOM,
    TWO_LINES,
    BLACK_BAND,
    MIDDLE
  }

  /** What becomes of a picture that is sent around. */
  enum Change {
    QUALITY_50,
    QUALITY_25,
    HALF_SIZE,
    THIRD_SIZE,
    WEBP,
    BRIGHTER,
    LESS_CONTRAST,
    BLURRED,
    CROPPED_2,
    CROPPED_5
  }

  /** The picture of a file, at most 900 pixels wide; empty where OpenCV reads none. */
  static Optional<WrittenPicture> of(byte[] content) {
    Mat read = imdecode(new Mat(new BytePointer(content)), IMREAD_COLOR);
    if (read.empty()) {
      return Optional.empty();
    }
    WrittenPicture picture = new WrittenPicture(read);
    return Optional.of(
        read.cols() > WIDEST ? new WrittenPicture(picture.scaled(WIDEST / read.cols())) : picture);
  }

  /**
   * With a text of random letters.
   *
   * @param capital height of a capital letter, as a part of the picture's height
   */
  WrittenPicture with(Place place, double capital, Random text) {
    WrittenPicture written = new WrittenPicture(pixels.clone());
    double bottom = 1 - 1.2 * capital;
    switch (place) {
      case BOTTOM -> written.line(bottom, capital, false, text);
      case TOP_AND_BOTTOM -> {
        written.line(1.2 * capital, capital, false, text);
        written.line(bottom, capital, false, text);
      }
      case TWO_LINES -> {
        written.line(1 - 2.8 * capital, capital, false, text);
        written.line(bottom, capital, false, text);
      }
      case BLACK_BAND -> written.line(bottom, capital, true, text);
      case MIDDLE -> written.line(0.5, capital, false, text);
    }
    return written;
  }

  /** The file of a copy. */
  byte[] changed(Change change) {
    return switch (change) {
      case QUALITY_50 -> jpeg(pixels, 50);
      case QUALITY_25 -> jpeg(pixels, 25);
      case HALF_SIZE -> jpeg(scaled(0.5), 75);
      case THIRD_SIZE -> jpeg(scaled(0.37), 60);
      case WEBP -> encoded(pixels, ".webp", IMWRITE_WEBP_QUALITY, 60);
      case BRIGHTER -> jpeg(lit(1.15, 5), 85);
      case LESS_CONTRAST -> jpeg(lit(0.8, 20), 85);
      case BLURRED -> jpeg(blurred(), 85);
      case CROPPED_2 -> jpeg(cropped(50), 90);
      case CROPPED_5 -> jpeg(cropped(20), 90);
    };
  }

  byte[] jpeg() {
    return jpeg(pixels, 90);
  }

  private void line(double middle, double capital, boolean band, Random text) {
    double height = capital * pixels.rows();
    double scale = height / CAPITAL;
    String words = words((int) Math.min(MOST_LETTERS, pixels.cols() * 0.9 / height), text);
    Size size = size(words, scale);
    if (size.width() > 0.94 * pixels.cols()) {
      scale *= 0.94 * pixels.cols() / size.width();
      size = size(words, scale);
    }
    int y = (int) (middle * pixels.rows());
    Point at = new Point((pixels.cols() - size.width()) / 2, y + size.height() / 2);
    Scalar black = new Scalar(0, 0, 0, 0);
    if (band) {
      Rect behind = new Rect(0, (int) (y - height), pixels.cols(), (int) (2 * height));
      rectangle(pixels, behind, black, -1, LINE_8, 0);
    } else {
      put(words, at, scale, black, 3 * stroke(scale));
    }
    put(words, at, scale, new Scalar(255, 255, 255, 0), stroke(scale));
  }

  private void put(String words, Point at, double scale, Scalar colour, int stroke) {
    putText(pixels, words, at, FONT_HERSHEY_DUPLEX, scale, colour, stroke, LINE_AA, false);
  }

  private static Size size(String words, double scale) {
    return getTextSize(words, FONT_HERSHEY_DUPLEX, scale, stroke(scale), new IntPointer(1));
  }

  private static int stroke(double scale) {
    return (int) Math.max(1, Math.round(2.2 * scale));
  }

  private static String words(int letters, Random text) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < Math.max(6, letters); i++) {
      words.append(LETTERS.charAt(text.nextInt(LETTERS.length())));
    }
    return words.toString();
  }

  private Mat scaled(double factor) {
    Mat scaled = new Mat();
    int width = (int) Math.round(pixels.cols() * factor);
    int height = (int) Math.round(pixels.rows() * factor);
    resize(pixels, scaled, new Size(width, height), 0, 0, INTER_AREA);
    return scaled;
  }

  private Mat lit(double contrast, double light) {
    Mat lit = new Mat();
    pixels.convertTo(lit, -1, contrast, light);
    return lit;
  }

  private Mat blurred() {
    Mat blurred = new Mat();
    GaussianBlur(pixels, blurred, new Size(0, 0), 2);
    return blurred;
  }

  /** Without one part of so many at each side. */
  private Mat cropped(int parts) {
    int x = pixels.cols() / parts;
    int y = pixels.rows() / parts;
    return new Mat(pixels, new Rect(x, y, pixels.cols() - 2 * x, pixels.rows() - 2 * y)).clone();
  }

  private static byte[] jpeg(Mat pixels, int quality) {
    return encoded(pixels, ".jpg", IMWRITE_JPEG_QUALITY, quality);
  }

  private static byte[] encoded(Mat pixels, String extension, int key, int quality) {
    BytePointer encoded = new BytePointer();
    imencode(extension, pixels, encoded, new IntPointer(key, quality));
    byte[] bytes = new byte[(int) encoded.limit()];
    encoded.get(bytes);
    return bytes;
  }
}
