package io.lumina.resolve;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of one picture beside its pixels.
 *
 * @param path where it lies
 * @param rating stars, -1 for a rejected one
 * @param north degrees of latitude
 * @param east degrees of longitude
 * @param taken wall clock with its offset where that is known, as XMP writes it
 * @param confidence in that, 0-100
 * @param sidecars paths, best first
 */
public record Knowledge(
    String path,
    Optional<Integer> rating,
    List<String> keywords,
    Optional<String> title,
    Optional<String> description,
    Optional<Double> north,
    Optional<Double> east,
    Optional<String> taken,
    int confidence,
    List<String> sidecars) {
  public Knowledge {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(rating, "rating");
    keywords = List.copyOf(keywords);
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(north, "north");
    Objects.requireNonNull(east, "east");
    Objects.requireNonNull(taken, "taken");
    sidecars = List.copyOf(sidecars);
  }
}
