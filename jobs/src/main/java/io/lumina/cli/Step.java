package io.lumina.cli;

import java.util.Locale;

/** The jobs in the order in which a nightly run does them. */
enum Step {
  SCAN,
  ANALYZE,
  BURSTS,
  DUPLICATES,
  PUBLISH,
  REPORT;

  /** The value in {@code jobs.job_type}. */
  String type() {
    return name().toLowerCase(Locale.ROOT);
  }
}
