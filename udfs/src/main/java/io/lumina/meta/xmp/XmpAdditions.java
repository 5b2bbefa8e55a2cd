package io.lumina.meta.xmp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be said of a picture beyond what its sidecars say.
 *
 * @param rating stars, -1 for a rejected one
 * @param keywords that are to be there among others
 * @param title where there is none yet
 * @param description where there is none yet
 * @param position degrees north and east, where there is none yet
 * @param taken wall clock such as {@code 2019-05-11T12:00:00}, with its offset where that is known
 */
public record XmpAdditions(
    Optional<Integer> rating,
    List<String> keywords,
    Optional<String> title,
    Optional<String> description,
    Optional<Position> position,
    Optional<String> taken) {
  public XmpAdditions {
    Objects.requireNonNull(rating, "rating");
    keywords = List.copyOf(keywords);
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(taken, "taken");
  }

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return rating.isEmpty()
        && keywords.isEmpty()
        && title.isEmpty()
        && description.isEmpty()
        && position.isEmpty()
        && taken.isEmpty();
  }

  /**
   * A place.
   *
   * @param north degrees, -90 to 90
   * @param east degrees, -180 to 180
   */
  public record Position(double north, double east) {
    public Position {
      if (!(Math.abs(north) <= 90 && Math.abs(east) <= 180)) {
        throw new IllegalArgumentException("no place: " + north + ", " + east);
      }
    }
  }
}
