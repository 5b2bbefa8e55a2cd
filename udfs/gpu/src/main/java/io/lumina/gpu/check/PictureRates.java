package io.lumina.gpu.check;

import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import io.lumina.container.FileFormat;
import io.lumina.image.PictureReader;
import io.lumina.raster.Box;
import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** The stages that stay on the CPU: from the bytes of a JPEG to its luma, and the luma alone. */
final class PictureRates {
  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;

  /** What a reader decodes 12 megapixels to, before the luma. */
  private static final int SCALE = 8;

  private final CpuRates cpu;
  private final int cores;

  PictureRates(CpuRates cpu, int cores) {
    this.cpu = cpu;
    this.cores = cores;
  }

  /** Whether OpenCV is at hand: it is no part of what gpu-pack packs. */
  static boolean canDecode() {
    try {
      Loader.load(opencv_core.class);
      return true;
    } catch (LinkageError | RuntimeException absent) {
      return false;
    }
  }

  List<Stage> stages() {
    byte[] jpeg = jpeg();
    byte[] grey = new byte[WIDTH / SCALE * (HEIGHT / SCALE)];
    new Random(1).nextBytes(grey);
    Raster decoded = new Raster(WIDTH / SCALE, HEIGHT / SCALE, grey);
    return List.of(
        stage(
            "decode, with its luma",
            threads -> cpu.rate(threads, 1, () -> luma(jpeg)),
            "%.1f MB, 12 megapixels; on the CPU, see decision 063".formatted(jpeg.length / 1e6)),
        stage(
            "luma",
            threads -> cpu.rate(threads, 1, () -> Lanczos.resize(decoded, Box.of(decoded), 64, 64)),
            "from the %d x %d that such a picture is decoded to"
                .formatted(decoded.width(), decoded.height())));
  }

  private Stage stage(String name, IntToDoubleFunction rate, String remark) {
    return new Stage(name, "pictures", 0, rate.applyAsDouble(1), rate.applyAsDouble(cores), remark);
  }

  private static void luma(byte[] jpeg) {
    try (PictureReader reader = new PictureReader()) {
      if (reader.read(jpeg, FileFormat.JPEG).luma().length == 0) {
        throw new IllegalStateException("The picture to be timed cannot be decoded");
      }
    }
  }

  /** Smooth noise: about as many bytes a pixel as a photo. */
  private static byte[] jpeg() {
    try (Mat small = new Mat(HEIGHT / 4, WIDTH / 4, opencv_core.CV_8UC3);
        Mat large = new Mat();
        BytePointer file = new BytePointer();
        Mat low = new Mat(new int[] {0});
        Mat high = new Mat(new int[] {255})) {
      opencv_core.randu(small, low, high);
      opencv_imgproc.resize(small, large, new Size(WIDTH, HEIGHT));
      imencode(".jpg", large, file);
      byte[] bytes = new byte[(int) file.limit()];
      file.get(bytes);
      return bytes;
    }
  }
}
