package io.lumina.report.page;

import io.lumina.report.model.BrokenFiles;
import io.lumina.report.model.DateDoubts;
import java.util.Locale;
import java.util.Map;

/** What the codes in the tables mean to a person. */
final class Words {
  private static final Map<String, String> SHOTS =
      Map.of(
          "raw_jpeg", "RAW with JPEG",
          "heic_jpeg", "HEIC with JPEG",
          "live_photo", "Live Photo (still with clip)");

  private static final Map<String, String> SEVERITIES =
      Map.of(
          "severe",
          "no picture can be read",
          "moderate",
          "part of the picture is missing or wrong",
          "minor",
          "slightly damaged, the picture is there",
          BrokenFiles.UNREAD,
          "the file could not be read");

  private static final Map<String, String> DATES =
      Map.of(
          "FUTURE",
          "lies in the future",
          "PRE_1990",
          "before 1990, when hardly anyone had a digital camera",
          "CAMERA_DEFAULT",
          "a date that cameras show when their clock was never set",
          "CONFLICT_30D",
          "sources disagree by more than 30 days",
          "FILESYSTEM_ONLY",
          "known only from the file system",
          "LOW_CONFIDENCE",
          "from a weak source",
          "MIDNIGHT",
          "exactly midnight, so the time of day is probably unknown",
          DateDoubts.NO_DATE,
          "no date was found anywhere");

  private Words() {}

  static String shot(String kind) {
    return SHOTS.getOrDefault(kind, phrase(kind));
  }

  static String severity(String severity) {
    return SEVERITIES.getOrDefault(severity, "");
  }

  static String date(String reason) {
    return DATES.getOrDefault(reason, "");
  }

  /** A code as words: {@code not_a_picture} is "not a picture". */
  static String phrase(String code) {
    return code.replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
