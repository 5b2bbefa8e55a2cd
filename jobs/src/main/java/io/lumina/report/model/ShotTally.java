package io.lumina.report.model;

import java.util.Objects;

/**
 * Shots of one kind.
 *
 * @param kind raw_jpeg, heic_jpeg, live_photo, …
 * @param shots how many
 * @param files files in them
 */
public record ShotTally(String kind, long shots, long files) {
  public ShotTally {
    Objects.requireNonNull(kind, "kind");
  }
}
