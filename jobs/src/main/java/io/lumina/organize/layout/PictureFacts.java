package io.lumina.organize.layout;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * What a template can ask of the picture that leads a unit.
 *
 * @param taken wall clock where it was taken
 * @param folder where it lies below its source directory, with {@code /} between folders
 * @param rating stars, or -1 for a rejected one
 * @param burst what all frames of its burst share
 */
public record PictureFacts(
    Optional<LocalDateTime> taken,
    Optional<String> make,
    Optional<String> model,
    Optional<String> city,
    String catalog,
    Optional<String> folder,
    Optional<Integer> rating,
    Optional<String> burst) {

  public PictureFacts {
    Objects.requireNonNull(taken, "taken");
    Objects.requireNonNull(make, "make");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(city, "city");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(rating, "rating");
    Objects.requireNonNull(burst, "burst");
  }

  /** Of a picture that says nothing but when it was taken. */
  public static PictureFacts taken(String catalog, LocalDateTime taken) {
    return new PictureFacts(
        Optional.of(taken),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        catalog,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
