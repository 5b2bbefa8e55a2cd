package io.lumina.duplicates.group;

import java.time.Instant;
import java.util.Comparator;

/**
 * The order in which files of a duplicate group are preferred, the pick first: total for distinct
 * paths, transitive, and independent of the order in which files arrive. Every rule compares one
 * key, so no three files can beat each other in a circle; decision 030 says why the camera's rule
 * is a key as well.
 */
public final class PickOrder implements Comparator<PickCandidate> {
  /** The one order there is. */
  public static final PickOrder INSTANCE = new PickOrder();

  private static final double CAMERA_JPEG = 25;
  private static final double SHARPNESS_STEP = 2;

  /** The rules, the strongest first. */
  public enum Rule {
    /** What people said: chosen, then in use, then archived, then rejected. */
    STANDING(Comparator.comparing(PickCandidate::standing)),
    /** Severe corruption loses to everything else. */
    READABLE(Comparator.comparing(PickCandidate::unreadable)),
    /** At least about twice the pixels: a reduced copy never wins by its sharper look. */
    LARGER(Comparator.comparingInt(PickOrder::sizeClass).reversed()),
    /** The score, without what re-encoding adds to a file that shows no camera. */
    MERIT(Comparator.comparingDouble(PickOrder::merit).reversed()),
    /** The score as stored. */
    SCORE(Comparator.comparingDouble((PickCandidate c) -> c.quality().score()).reversed()),
    /** More pixels. */
    PIXELS(Comparator.comparingLong(PickCandidate::pixels).reversed()),
    /** More bytes. */
    BYTES(Comparator.comparingLong(PickCandidate::bytes).reversed()),
    /** More metadata fields. */
    METADATA(Comparator.comparingInt(PickCandidate::metadataFields).reversed()),
    /** A better dated file. */
    DATE(Comparator.comparingInt(PickCandidate::dateConfidence).reversed()),
    /** The preferred root. */
    ROOT(Comparator.comparingInt(PickCandidate::rootRank)),
    /** The file that was written first; an unknown time is the latest. */
    OLDEST(Comparator.comparing(c -> c.modifiedAt().orElse(Instant.MAX))),
    /** The path. */
    PATH(Comparator.comparing(PickCandidate::path));

    private final transient Comparator<PickCandidate> order;

    Rule(Comparator<PickCandidate> order) {
      this.order = order;
    }
  }

  private PickOrder() {}

  /** Negative when the first is preferred; 0 for equal paths that agree in everything else. */
  @Override
  public int compare(PickCandidate a, PickCandidate b) {
    return decisive(a, b).order.compare(a, b);
  }

  /** The first rule that tells two files apart; {@link Rule#PATH} when none does. */
  public static Rule decisive(PickCandidate a, PickCandidate b) {
    for (Rule rule : Rule.values()) {
      if (rule.order.compare(a, b) != 0) {
        return rule;
      }
    }
    return Rule.PATH;
  }

  /** Doublings of the number of pixels; -1 when it is unknown. */
  private static int sizeClass(PickCandidate file) {
    return file.pixels() < 1 ? -1 : Long.SIZE - 1 - Long.numberOfLeadingZeros(file.pixels());
  }

  /**
   * The score of a file from a camera. For any other file format counts at most what a camera's
   * JPEG gets, and size nothing, because both grow when a picture is re-encoded; sharpness is
   * rounded down to whole steps, so that its last digits do not outweigh the format among such
   * files.
   */
  static double merit(PickCandidate file) {
    PickCandidate.Quality quality = file.quality();
    if (file.fromCamera()) {
      return quality.score();
    }
    return Math.min(quality.format(), CAMERA_JPEG)
        + quality.resolution()
        + Math.floor(quality.sharpness() / SHARPNESS_STEP) * SHARPNESS_STEP;
  }
}
