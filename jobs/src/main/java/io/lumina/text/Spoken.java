package io.lumina.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as a person says them. */
public final class Spoken {
  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private Spoken() {}

  /** Such as 4.2 s, 3 min 20 s or 2 h 5 min. */
  public static String duration(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }

  /** Such as 30 days; whole days, else as {@link #duration}. */
  public static String window(Duration time) {
    return time.toDays() > 0 && time.equals(Duration.ofDays(time.toDays()))
        ? many(time.toDays(), "day")
        : duration(time);
  }

  /** Such as 512 bytes or 2.1 GB; a kB has 1000 bytes. */
  public static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1000 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }

  /** With separators between thousands. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Such as 1 file or 2,000 files. */
  public static String many(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** Such as 2026-11-21 05:57:39 UTC. */
  public static String time(Instant instant) {
    return TIME.format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
  }

  /** The name of a count or of a reason as a person reads it. */
  public static String words(String name) {
    return name.replace('_', ' ');
  }
}
