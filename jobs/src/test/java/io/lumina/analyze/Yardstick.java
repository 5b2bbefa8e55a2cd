package io.lumina.analyze;

import io.lumina.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** The least that anyone must do with a picture: read, SHA-256, grey decode at 1/8. */
final class Yardstick {
  private Yardstick() {}

  /** Runs it over some files on as many threads as a local session has tasks. */
  static void over(List<Path> files, int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> running = new ArrayList<>();
    for (Path file : files) {
      running.add(
          pool.submit(
              () -> {
                byte[] content = read(file);
                Sha256.of(content);
                decode(content);
                return null;
              }));
    }
    for (Future<?> one : running) {
      one.get();
    }
    pool.shutdown();
  }

  static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  /** Pixels decoded; 0 where there is no picture. */
  static int decode(byte[] content) {
    if (content.length == 0) {
      return 0;
    }
    try (BytePointer bytes = new BytePointer(content);
        Mat buffer = new Mat(1, content.length, opencv_core.CV_8UC1, bytes);
        Mat picture =
            opencv_imgcodecs.imdecode(buffer, opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_8)) {
      return picture.rows() * picture.cols();
    }
  }
}
