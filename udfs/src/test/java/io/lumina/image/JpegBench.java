package io.lumina.image;

import io.lumina.container.FileFormat;
import io.lumina.image.jpeg.Eighth;
import io.lumina.image.jpeg.EighthDecoder;
import io.lumina.image.jpeg.OpenCvEighth;
import io.lumina.image.pixels.JpegPicture;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.structure.JpegStructure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Our decoder beside OpenCV and a walk through the structure, in CPU time of one thread, over the
 * JPEGs of a folder that are decoded at an eighth. Not a test: {@code scripts/bench jpeg DIR} runs
 * its main method.
 */
public final class JpegBench {
  private static final int ROUNDS = 20;
  private static final int WARM_UP = 10;
  private static final long MAX_PIXELS = PictureLimits.DEFAULTS.maxPixels();

  private JpegBench() {}

  /** Work on one file. */
  private interface Work {
    Object on(byte[] content);
  }

  /** Prints what becomes of all JPEGs, and what those cost that are decoded at an eighth. */
  public static void main(String[] arguments) throws IOException {
    List<byte[]> large = new ArrayList<>();
    Map<String, Integer> ways = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] content = Files.readAllBytes(file);
        if (FileFormat.detect(content) == FileFormat.JPEG) {
          JpegStructure jpeg = JpegStructure.of(content, 0);
          boolean isAtEighth = JpegPicture.scale(jpeg.width(), jpeg.height()) == 8;
          Eighth.Way way = eighth(content).way();
          ways.merge(isAtEighth ? way.toString() : "another scale", 1, Integer::sum);
          if (isAtEighth && way == Eighth.Way.TAKEN) {
            large.add(content);
          }
        }
      }
    }
    long bytes = large.stream().mapToLong(content -> content.length).sum();
    System.out.printf("%s; timed: %d files, %.1f MB%n", ways, large.size(), bytes / 1e6);
    try (PictureReader reader = new PictureReader()) {
      compare("decode alone", large, JpegBench::eighth, OpenCvEighth::of);
      compare(
          "structure, decode, luma",
          large,
          content -> reader.read(content, FileFormat.JPEG),
          WalkedJpeg::read);
    }
  }

  private static Eighth eighth(byte[] content) {
    return EighthDecoder.decode(content, 0, content.length, 0, MAX_PIXELS);
  }

  /** Each file by both in turn, so that what else the machine does hits both. */
  private static void compare(String what, List<byte[]> files, Work ours, Work theirs) {
    long[] spent = new long[2];
    for (int round = 0; round < ROUNDS; round++) {
      for (byte[] content : files) {
        long first = nanos(ours, content);
        long second = nanos(theirs, content);
        if (round >= WARM_UP) {
          spent[0] += first;
          spent[1] += second;
        }
      }
    }
    double count = 1e6 * files.size() * (ROUNDS - WARM_UP);
    System.out.printf(
        "%-24s ours %6.2f ms a file, OpenCV %6.2f ms, ratio %.2f%n",
        what, spent[0] / count, spent[1] / count, (double) spent[0] / spent[1]);
  }

  private static long nanos(Work work, byte[] content) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.on(content);
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
  }
}
