package io.lumina.image.pixels;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import io.lumina.raster.Rows;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgcodecs.Animation;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/**
 * One file's content in native memory, decoded by OpenCV. The two bytes of a JPEG's end marker are
 * kept behind the content, so that a truncated picture is tried again without another copy.
 */
public final class NativeImage implements AutoCloseable {
  private static final byte[] END_OF_IMAGE = {(byte) 0xff, (byte) 0xd9};

  static {
    // Tasks are the parallelism; threads inside a decode would fight with them.
    opencv_core.setNumThreads(1);
  }

  private final int length;
  private final BytePointer data;

  public NativeImage(byte[] content, int from, int to) {
    length = to - from;
    data = new BytePointer(length + 2L);
    data.put(content, from, length);
    data.position(length).put(END_OF_IMAGE, 0, 2);
    data.position(0);
  }

  /** Overwrites one 16-bit big-endian value of the content, such as a height left open. */
  void patch(long at, int value) {
    data.put(at, (byte) (value >> 8));
    data.put(at + 1, (byte) value);
  }

  public Optional<Decoded> decode(int flags) {
    return decode(flags, length);
  }

  Optional<Decoded> decodeWithEnd(int flags) {
    return decode(flags, length + 2);
  }

  private Optional<Decoded> decode(int flags, int count) {
    try (Mat buffer = new Mat(1, count, CV_8UC1, data)) {
      Mat picture = opencv_imgcodecs.imdecode(buffer, flags);
      return picture == null || picture.empty() ? Optional.empty() : decoded(picture);
    } catch (RuntimeException e) {
      // JavaCPP turns every C++ exception into one; OpenCV throws them on broken files.
      return Optional.empty();
    }
  }

  /**
   * One frame of a GIF or WebP, counted from 0; those before it are decoded, one at a time. Not for
   * a PNG: see {@link StillPng}.
   */
  public Optional<Decoded> frame(int index) {
    try (Mat buffer = new Mat(1, length, CV_8UC1, data);
        Animation animation = new Animation()) {
      if (!opencv_imgcodecs.imdecodeanimation(buffer, animation, index, 1)) {
        return Optional.empty();
      }
      MatVector frames = animation.frames();
      return frames.size() == 1 && !frames.get(0).empty()
          ? decoded(frames.get(0).clone())
          : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Decoded> decoded(Mat picture) {
    int depth = picture.depth();
    if ((depth != CV_8U && depth != CV_16U) || picture.dims() != 2 || !picture.isContinuous()) {
      Mat eight = new Mat();
      picture.convertTo(eight, CV_8U, 255, 0);
      picture.close();
      return Optional.of(new Decoded(eight));
    }
    return Optional.of(new Decoded(picture));
  }

  @Override
  public void close() {
    data.close();
  }

  /**
   * A decoded picture in native memory as grey rows: 8 bits, alpha over white, {@code L = (19595·R
   * + 38470·G + 7471·B + 32768) >> 16}.
   */
  public static final class Decoded implements Rows, AutoCloseable {
    private final Mat mat;
    private final int channels;
    private final int bytesPerSample;
    private final ByteBuffer buffer;
    private final byte[] line;

    private Decoded(Mat mat) {
      this.mat = mat;
      this.channels = mat.channels();
      this.bytesPerSample = mat.depth() == CV_16U ? 2 : 1;
      this.line = new byte[Math.multiplyExact(mat.cols(), channels * bytesPerSample)];
      // A view of a single row at a time: direct buffers end at 2 GiB.
      this.buffer = ByteBuffer.wrap(line).order(ByteOrder.nativeOrder());
    }

    @Override
    public int width() {
      return mat.cols();
    }

    @Override
    public int height() {
      return mat.rows();
    }

    @Override
    public void row(int y, byte[] into) {
      BytePointer row = mat.ptr(y);
      if (channels == 1 && bytesPerSample == 1) {
        row.get(into, 0, width());
        return;
      }
      row.get(line, 0, line.length);
      if (channels == 3 && bytesPerSample == 1) {
        opaque(into);
        return;
      }
      int width = width();
      for (int x = 0; x < width; x++) {
        into[x] = (byte) grey(x * channels);
      }
    }

    /** How opaque the values of a row are: 255 is opaque. */
    void alpha(int y, byte[] into) {
      if (channels == 1 || channels == 3) {
        Arrays.fill(into, (byte) 255);
        return;
      }
      mat.ptr(y).get(line, 0, line.length);
      for (int x = 0; x < into.length; x++) {
        into[x] = (byte) sample(x * channels + channels - 1);
      }
    }

    /** By far the most frequent case, without a question for each value. */
    private void opaque(byte[] into) {
      int at = 0;
      int width = width();
      for (int x = 0; x < width; x++, at += 3) {
        into[x] = (byte) Grey.of(line[at + 2] & 0xff, line[at + 1] & 0xff, line[at] & 0xff);
      }
    }

    private int grey(int at) {
      if (channels < 3) {
        return Grey.overWhite(sample(at), channels == 2 ? sample(at + 1) : 255);
      }
      int alpha = channels == 4 ? sample(at + 3) : 255;
      int blue = Grey.overWhite(sample(at), alpha);
      int green = Grey.overWhite(sample(at + 1), alpha);
      int red = Grey.overWhite(sample(at + 2), alpha);
      return Grey.of(red, green, blue);
    }

    private int sample(int index) {
      return bytesPerSample == 1
          ? line[index] & 0xff
          : ((buffer.getShort(2 * index) & 0xffff) + 128) / 257;
    }

    @Override
    public void close() {
      mat.close();
    }
  }
}
