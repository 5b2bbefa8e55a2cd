package io.lumina.report.model;

import java.util.Objects;

/**
 * How many of what.
 *
 * @param label a reason, kind or severity, as tables hold it
 * @param count how many
 */
public record Tally(String label, long count) {
  public Tally {
    Objects.requireNonNull(label, "label");
  }
}
