package io.lumina.ledger;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of runs that a person can read: {@code 20260131T020000-scan-holiday}. */
public final class RunId {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int LONGEST_NAME = 40;

  private RunId() {}

  /** The name of a run that starts at a time (UTC); letters, digits and dashes only. */
  public static String of(Instant start, String jobType, String catalogName) {
    return TIME.format(start) + "-" + plain(jobType) + "-" + plain(catalogName);
  }

  /** The same name for a run that found it taken; attempt counts from 2. */
  static String again(String runId, int attempt) {
    return runId + "-" + attempt;
  }

  private static String plain(String name) {
    String letters =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String kept = letters.isEmpty() ? "catalog" : letters;
    return kept.substring(0, Math.min(kept.length(), LONGEST_NAME));
  }
}
