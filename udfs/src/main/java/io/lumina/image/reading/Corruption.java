package io.lumina.image.reading;

import java.util.Objects;

/**
 * Damage that reading a file met.
 *
 * @param severity how much of the picture is lost
 * @param reason lower-case words joined by underscores, from a fixed set, such as {@code truncated}
 * @param detail one line for a person: the value and the limit
 */
public record Corruption(Severity severity, String reason, String detail) {
  public Corruption {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(detail, "detail");
  }

  /** The lower-case name is what tables hold. */
  public enum Severity {
    /** Truncated or slightly damaged, still decoded. */
    MINOR,
    /** A broken stream: a part of the picture is missing or wrong. */
    MODERATE,
    /** Unreadable: there is no picture. */
    SEVERE
  }
}
