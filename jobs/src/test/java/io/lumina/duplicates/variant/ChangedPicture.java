package io.lumina.duplicates.variant;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.transpose;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.lumina.duplicates.rule.Turn;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** A picture that people turn, frame and cut, with pixels and not with a tag. */
public record ChangedPicture(Mat pixels) {
  private static final int LONGEST = 900;
  private static final int QUARTERS = 4;
  private static final int ACROSS = 1;

  /** The picture of a file, at most 900 pixels wide; empty where OpenCV reads none. */
  public static Optional<ChangedPicture> of(byte[] content) {
    Mat read = imdecode(new Mat(new BytePointer(content)), IMREAD_COLOR);
    if (read.empty()) {
      return Optional.empty();
    }
    ChangedPicture picture = new ChangedPicture(read);
    return Optional.of(
        read.cols() > LONGEST ? picture.scaled((double) LONGEST / read.cols()) : picture);
  }

  /** Turned with its pixels. */
  public ChangedPicture turned(Turn turn) {
    Mat turned = pixels.clone();
    if (turn.ordinal() >= QUARTERS) {
      flip(turned.clone(), turned, ACROSS);
    }
    for (int quarter = 0; quarter < turn.ordinal() % QUARTERS; quarter++) {
      Mat swapped = new Mat();
      transpose(turned, swapped);
      flip(swapped, turned = new Mat(), ACROSS);
    }
    return new ChangedPicture(turned);
  }

  /**
   * With a border.
   *
   * @param part of the shorter side that it takes on each side
   * @param grey of it
   */
  public ChangedPicture framed(double part, int grey) {
    int width = (int) Math.round(part * Math.min(pixels.cols(), pixels.rows()));
    Mat framed = new Mat();
    copyMakeBorder(
        pixels,
        framed,
        width,
        width,
        width,
        width,
        BORDER_CONSTANT,
        new Scalar(grey, grey, grey, 0));
    return new ChangedPicture(framed);
  }

  /** Without a part of its width and height, cut off evenly. */
  ChangedPicture cut(double part) {
    int left = (int) (pixels.cols() * part / 2);
    int top = (int) (pixels.rows() * part / 2);
    return new ChangedPicture(
        new Mat(pixels, new Rect(left, top, pixels.cols() - 2 * left, pixels.rows() - 2 * top))
            .clone());
  }

  ChangedPicture scaled(double scale) {
    Mat scaled = new Mat();
    Size size = new Size((int) (pixels.cols() * scale), (int) (pixels.rows() * scale));
    resize(pixels, scaled, size, 0, 0, INTER_AREA);
    return new ChangedPicture(scaled);
  }

  /** The file of it. */
  public byte[] jpeg(int quality) {
    BytePointer encoded = new BytePointer();
    imencode(".jpg", pixels, encoded, new IntPointer(IMWRITE_JPEG_QUALITY, quality));
    byte[] bytes = new byte[(int) encoded.limit()];
    encoded.get(bytes);
    return bytes;
  }

  boolean isLarge(int side) {
    return Math.min(pixels.cols(), pixels.rows()) >= side;
  }
}
