package io.lumina.duplicates.rule;

import io.lumina.hash.Pdq;
import io.lumina.hash.PdqHash;
import io.lumina.image.LaterFrames;
import io.lumina.table.ImagesView;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * What tells animations apart that begin alike.
 *
 * @param seconds that it runs once through
 * @param middle the frame in the middle of that time
 * @param last the last frame
 */
public record Film(double seconds, Shown middle, Shown last) {
  /** PDQ's own quality below which a picture is too flat to compare. */
  public static final int MIN_PDQ_QUALITY = 50;

  /** The clause that keeps an animation and a still apart. */
  public static final String BESIDE_A_STILL = "animation beside a still";

  /** How far two lengths may lie apart: formats and encoders round the time of a frame. */
  static final double MAX_STRETCH = 1.01;

  /** Steps of 256 that the greys of two flat frames may lie apart. */
  private static final double SAME_GREY = 8;

  /**
   * A frame.
   *
   * @param print its hashes
   * @param flat whether they say nothing, as of a black frame
   * @param grey the mean of its values
   */
  public record Shown(Fingerprint print, boolean flat, double grey) {
    public Shown {
      Objects.requireNonNull(print, "print");
    }

    static Shown of(byte[] luma, long facts) {
      PdqHash pdq = Pdq.ofLuma(luma);
      double sum = 0;
      for (byte value : luma) {
        sum += value & 0xff;
      }
      return new Shown(
          Fingerprint.ofLuma(luma, facts), pdq.quality() < MIN_PDQ_QUALITY, sum / luma.length);
    }

    private boolean agrees(Shown other, AcceptRule rule) {
      return flat || other.flat
          ? flat == other.flat && Math.abs(grey - other.grey) <= SAME_GREY
          : print.near(other.print, rule);
    }

    private Clause beside(Shown other, AcceptRule rule, String name) {
      return new Clause(name, agrees(other, rule) ? 0 : 1, 0);
    }
  }

  /** Whether a row says what an animation shows later. */
  public static boolean isKnown(Row row) {
    byte[] frames = row.getAs(ImagesView.FRAMES);
    return frames != null && frames.length == LaterFrames.LENGTH;
  }

  /**
   * That of a row of {@link ImagesView} with {@link RuleColumns}; empty for a still, or where it is
   * not known.
   *
   * @param first the hashes of the row
   */
  public static Optional<Film> of(Row row, Fingerprint first) {
    Double seconds = row.getAs(RuleColumns.RUNS);
    if (seconds == null || !isKnown(row)) {
      return Optional.empty();
    }
    byte[] frames = row.getAs(ImagesView.FRAMES);
    long facts = Evidence.facts(first.evidence(), 0);
    int half = frames.length / 2;
    return Optional.of(
        new Film(
            seconds,
            Shown.of(Arrays.copyOf(frames, half), facts),
            Shown.of(Arrays.copyOfRange(frames, half, frames.length), facts)));
  }

  /** What a rule says of this animation and another one that begins like it; near if all hold. */
  List<Clause> beside(Film other, AcceptRule rule) {
    double longer = Math.max(seconds, other.seconds);
    double stretch = longer / Math.min(seconds, other.seconds);
    return List.of(
        new Clause("length", longer == 0 ? 1 : stretch, MAX_STRETCH),
        middle.beside(other.middle, rule, "other frame in the middle"),
        last.beside(other.last, rule, "other frame at the end"));
  }
}
