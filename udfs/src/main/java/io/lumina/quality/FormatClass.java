package io.lumina.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a file's format says about how much of the picture was kept. */
public enum FormatClass {
  RAW(40),
  PNG_TIFF(35),
  BMP(30),
  /** JPEG, and HEIC as a camera wrote it. */
  JPEG(25),
  /** WebP, AVIF, and HEIC of unknown origin: mostly re-encoded. */
  WEBP_AVIF_HEIC(20),
  OTHER(15);

  private final int points;

  FormatClass(int points) {
    this.points = points;
  }

  /** Points of 40. */
  public int points() {
    return points;
  }

  /**
   * The class of that name, case ignored.
   *
   * @throws IllegalArgumentException with the known names when there is none
   */
  public static FormatClass named(String name) {
    for (FormatClass format : values()) {
      if (format.name().equalsIgnoreCase(name)) {
        return format;
      }
    }
    String known =
        Arrays.stream(values())
            .map(format -> format.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException("No format class '" + name + "'; there are: " + known);
  }
}
