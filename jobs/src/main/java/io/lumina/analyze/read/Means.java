package io.lumina.analyze.read;

import io.lumina.image.PictureReader;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.PictureLimits;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** What a task may use and has at hand: asked where tasks run, which need not be here. */
public final class Means implements MapFunction<Long, String> {
  private static final Duration ENOUGH = Duration.ofMinutes(1);

  private final long maxPixels;
  private final boolean asksForDecoder;

  private Means(AnalyzeConfig config, boolean asksForDecoder) {
    this.maxPixels = config.maxPixels();
    this.asksForDecoder = asksForDecoder;
  }

  /**
   * What there is of that of which a hindrance had too little.
   *
   * @param heap of a task's JVM, in bytes
   * @param decoder whether the process of the decoder starts
   * @param jxlDecoder whether what decodes JPEG XL is there
   */
  public record Found(AnalyzeConfig config, long heap, boolean decoder, boolean jxlDecoder)
      implements Serializable {

    /** The limit now, in the unit of the hindrance; 0 where the reason is no limit of ours. */
    public long limit(String reason) {
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
    public boolean mayPass(String reason) {
      return switch (reason) {
        case CorruptionReason.TIME_LIMIT,
            CorruptionReason.OUT_OF_MEMORY,
            CorruptionReason.DECODER_KILLED,
            CorruptionReason.ANALYSIS_FAILED ->
            true;
        case CorruptionReason.DECODER_UNAVAILABLE -> decoder;
        case CorruptionReason.FORMAT_NOT_DECODED -> jxlDecoder;
        default -> false;
      };
    }
  }

  /**
   * Asks one task.
   *
   * @param reasons that somebody wants to know of: only for one of them the decoder is started
   */
  public static Found of(AnalyzeConfig config, List<String> reasons, SparkSession spark) {
    Means means = new Means(config, reasons.contains(CorruptionReason.DECODER_UNAVAILABLE));
    String[] found = spark.range(0, 1, 1, 1).map(means, Encoders.STRING()).first().split(" ");
    return new Found(
        config,
        Long.parseLong(found[0]),
        Boolean.parseBoolean(found[1]),
        Boolean.parseBoolean(found[2]));
  }

  @Override
  public String call(Long row) {
    try (PictureReader reader = new PictureReader(new PictureLimits(maxPixels, ENOUGH))) {
      boolean decoder = asksForDecoder && reader.hasDecoder();
      return Runtime.getRuntime().maxMemory() + " " + decoder + " " + reader.hasJxlDecoder();
    }
  }
}
