package io.lumina.meta.field;

import io.lumina.meta.text.CleanText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place on earth.
 *
 * @param latitude degrees, north positive, -90 to 90
 * @param longitude degrees, east positive, -180 to 180
 * @param altitude metres above the sea
 */
public record GeoPosition(double latitude, double longitude, Optional<Double> altitude) {

  /** ISO 6709 as QuickTime writes it: {@code +32.0929+034.8620+028.516/}. */
  private static final Pattern ISO_6709 =
      Pattern.compile(
          "([+-]\\d{2,6}(?:\\.\\d+)?)([+-]\\d{3,7}(?:\\.\\d+)?)([+-]\\d+(?:\\.\\d+)?)?.*");

  /**
   * The position, or nothing where it is none: exactly (0, 0) says that the camera had no fix,
   * which is no issue; a value outside its range is one.
   */
  public static Optional<GeoPosition> of(
      double latitude, double longitude, Optional<Double> altitude, Findings findings) {
    boolean possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    if (!possible) {
      findings.issue("bad_gps", "No place on earth: " + latitude + ", " + longitude);
      return Optional.empty();
    }
    if (latitude == 0 && longitude == 0) {
      return Optional.empty();
    }
    Optional<Double> metres = altitude.filter(value -> Math.abs(value) < 100_000);
    return Optional.of(new GeoPosition(latitude, longitude, metres));
  }

  public static Optional<GeoPosition> ofIso6709(String text, Findings findings) {
    Matcher matcher = ISO_6709.matcher(CleanText.line(text, CleanText.MAX_RAW));
    if (!matcher.matches()) {
      findings.issue("bad_gps", "Not ISO 6709: " + text);
      return Optional.empty();
    }
    Optional<Double> altitude = Optional.ofNullable(matcher.group(3)).map(Double::valueOf);
    return of(degrees(matcher.group(1), 2), degrees(matcher.group(2), 3), altitude, findings);
  }

  /** Degrees written as D, DM or DMS: the count of digits before the point tells which. */
  private static double degrees(String text, int degreeDigits) {
    int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
    double value = Math.abs(Double.parseDouble(text));
    double degrees =
        switch ((point - 1 - degreeDigits) / 2) {
          case 0 -> value;
          case 1 -> Math.floor(value / 100) + value % 100 / 60;
          default ->
              Math.floor(value / 10_000)
                  + Math.floor(value % 10_000 / 100) / 60
                  + value % 100 / 3_600;
        };
    return text.startsWith("-") ? -degrees : degrees;
  }
}
