package io.lumina.image.jpeg;

import io.lumina.raster.Raster;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the decoder made of a JPEG.
 *
 * @param way whether libjpeg gives the same, or why nobody knows
 * @param raster the brightness at an eighth of the size; also of a broken one, as far as it goes
 * @param fault what is wrong with codes of first coefficients; only where the way is not {@link
 *     Way#TAKEN}
 * @param scans where the data of scans end, by where they begin, as far as the segments before them
 *     are sound; {@link #BROKEN} where their codes are not
 */
public record Eighth(
    Way way, Optional<Raster> raster, Optional<String> fault, Map<Integer, Integer> scans) {

  /** What becomes of a JPEG. */
  public enum Way {
    /** Its raster is libjpeg's in every bit, and nothing is wrong with its codes. */
    TAKEN,
    /** Its brightness is no component of its own (RGB, CMYK), or the height stands behind it. */
    COLOUR,
    /** The brightness is not the finest component, or finer by another factor than 1, 2 or 4. */
    SAMPLING,
    /** Arithmetic, lossless, hierarchical or of 12 bits. */
    CODING,
    /** Larger than the limits. */
    SIZE,
    /** Broken, cut short, or unusual in another way. */
    IRREGULAR
  }

  /** Nobody tried. */
  public static final Eighth NONE =
      new Eighth(Way.IRREGULAR, Optional.empty(), Optional.empty(), Map.of());

  /** In place of where a scan ends. */
  public static final int BROKEN = -1;

  public Eighth {
    Objects.requireNonNull(way, "way");
    scans = Map.copyOf(scans);
    if (way == Way.TAKEN && (raster.isEmpty() || fault.isPresent())) {
      throw new IllegalArgumentException("A JPEG that is taken has a raster and no fault");
    }
  }

  public boolean isTaken() {
    return way == Way.TAKEN;
  }

  /** Where the data of a scan end; empty where nobody ran them, or they are broken. */
  public Optional<Integer> endOf(int dataAt) {
    return Optional.ofNullable(scans.get(dataAt)).filter(end -> end != BROKEN);
  }

  /** Whether the data of a scan are known to be broken. */
  public boolean isBroken(int dataAt) {
    return scans.getOrDefault(dataAt, dataAt) == BROKEN;
  }
}
