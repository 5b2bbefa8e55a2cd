package io.lumina.analyze;

import io.lumina.image.CorruptionReason;
import io.lumina.image.PictureLimits;
import io.lumina.image.PictureReader;
import java.io.Serializable;
import java.time.Duration;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** What a task may use and has at hand: asked where tasks run, which need not be here. */
final class Means implements MapFunction<Long, String> {
  private static final Duration ENOUGH = Duration.ofMinutes(1);

  private final AnalyzeConfig config;

  private Means(AnalyzeConfig config) {
    this.config = config;
  }

  /**
   * What there is of that of which a hindrance had too little.
   *
   * @param heap of a task's JVM, in bytes
   * @param decoder whether the process of the decoder starts
   */
  record Found(AnalyzeConfig config, long heap, boolean decoder) implements Serializable {

    /** The limit now, in the unit of the hindrance; 0 where the reason is no limit of ours. */
    long limit(String reason) {
      return switch (reason) {
        case CorruptionReason.TOO_MANY_PIXELS -> config.maxPixels();
        case CorruptionReason.TOO_MANY_BYTES ->
            Math.min(config.maxBytesInMemory(), HeapShare.of(heap));
        case CorruptionReason.DECODE_TOO_LARGE -> config.decodeBytes();
        case CorruptionReason.TIME_LIMIT -> config.perFile().toMillis();
        case CorruptionReason.OUT_OF_MEMORY -> heap;
        default -> 0;
      };
    }

    /** Whether it may go otherwise the next time though nothing was changed. */
    boolean mayPass(String reason) {
      return switch (reason) {
        case CorruptionReason.TIME_LIMIT,
            CorruptionReason.OUT_OF_MEMORY,
            CorruptionReason.DECODER_KILLED,
            CorruptionReason.ANALYSIS_FAILED ->
            true;
        case CorruptionReason.DECODER_UNAVAILABLE -> decoder;
        default -> false;
      };
    }
  }

  /** Asks one task. */
  static Found of(AnalyzeConfig config, SparkSession spark) {
    String[] found =
        spark.range(0, 1, 1, 1).map(new Means(config), Encoders.STRING()).first().split(" ");
    return new Found(config, Long.parseLong(found[0]), Boolean.parseBoolean(found[1]));
  }

  @Override
  public String call(Long row) {
    try (PictureReader reader = new PictureReader(new PictureLimits(config.maxPixels(), ENOUGH))) {
      return Runtime.getRuntime().maxMemory() + " " + reader.hasDecoder();
    }
  }
}
