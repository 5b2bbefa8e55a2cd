package io.lumina.analyze.read;

import io.lumina.image.reading.JpegDecoder;
import io.lumina.job.HadoopSettings;
import io.lumina.metrics.TaskCounter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/** Counts what tasks read of the sources, and for how long they waited for that. */
public class SourceMeter implements Serializable {
  private final LongAccumulator files;
  private final LongAccumulator bytes;
  private final LongAccumulator readNanos;
  private final LongAccumulator analysisNanos;
  private final LongAccumulator jpegsByUs;
  private final LongAccumulator jpegsByOpenCv;

  /** Counts from zero, for one run. */
  public SourceMeter(SparkContext spark) {
    files = TaskCounter.FILES_READ.register(spark);
    bytes = TaskCounter.BYTES_READ.register(spark);
    readNanos = TaskCounter.READ_NANOS.register(spark);
    analysisNanos = TaskCounter.ANALYSIS_NANOS.register(spark);
    jpegsByUs = TaskCounter.JPEGS_BY_US.register(spark);
    jpegsByOpenCv = TaskCounter.JPEGS_BY_OPENCV.register(spark);
  }

  /** Files that tasks are done with; those of a task that was tried again count twice. */
  public long files() {
    return files.value();
  }

  /** A task decoded JPEGs. */
  public void jpegs(Map<JpegDecoder, Long> decoded) {
    jpegsByUs.add(decoded.getOrDefault(JpegDecoder.OURS, 0L));
    jpegsByOpenCv.add(decoded.getOrDefault(JpegDecoder.OPENCV, 0L));
  }

  /** JPEGs that tasks decoded, by who did it. */
  public Map<String, Long> jpegs() {
    return Map.of(
        TaskCounter.JPEGS_BY_US.label(), jpegsByUs.value(),
        TaskCounter.JPEGS_BY_OPENCV.label(), jpegsByOpenCv.value());
  }

  /** A task is done with a file. */
  void file() {
    files.add(1);
  }

  /** Opens a file of the sources as {@link SourceFile} does. */
  SourceFile open(String sourcePath, HadoopSettings hadoop) throws IOException {
    long began = System.nanoTime();
    try {
      return SourceFile.open(sourcePath, hadoop);
    } finally {
      readNanos.add(System.nanoTime() - began);
    }
  }

  /** The bytes of a file, counted as they are read. */
  InputStream watched(SourceFile source) {
    return new MeteredStream(source.stream());
  }

  /** Waits for an analysis. */
  <T> T analysed(Supplier<T> analysis) {
    long began = System.nanoTime();
    try {
      return analysis.get();
    } finally {
      analysisNanos.add(System.nanoTime() - began);
    }
  }

  private final class MeteredStream extends FilterInputStream {

    MeteredStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      long began = System.nanoTime();
      int read = super.read(buffer, offset, length);
      readNanos.add(System.nanoTime() - began);
      bytes.add(Math.max(0, read));
      return read;
    }
  }
}
