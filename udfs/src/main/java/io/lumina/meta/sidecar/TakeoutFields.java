package io.lumina.meta.sidecar;

import io.lumina.meta.date.DateField;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.GeoPosition;
import io.lumina.meta.field.MetadataField;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a Google Takeout sidecar. Its {@code title} is the name of the file, so it does not
 * become a title.
 */
final class TakeoutFields {
  private final Object root;
  private final Findings found;

  TakeoutFields(Object root, Findings found) {
    this.root = root;
    this.found = found;
  }

  void read() {
    if (!(root instanceof Map<?, ?>)) {
      found.issue("bad_sidecar", "Not the JSON object of a Takeout sidecar");
      return;
    }
    at(root, "photoTakenTime", "timestamp").map(String::valueOf).ifPresent(this::taken);
    position("geoData");
    position("geoDataExif");
    found.text(MetadataField.DESCRIPTION, at(root, "description").map(String::valueOf));
    at(root, "people")
        .filter(List.class::isInstance)
        .map(
            people ->
                ((List<?>) people)
                    .stream()
                        .flatMap(person -> at(person, "name").stream())
                        .map(String::valueOf)
                        .toList())
        .ifPresent(found::keywords);
  }

  private void taken(String seconds) {
    try {
      long epoch =
          seconds.contains("E") || seconds.contains(".")
              ? (long) Double.parseDouble(seconds)
              : Long.parseLong(seconds.strip());
      found.instant(DateField.TAKEOUT_TAKEN, Long.toString(epoch), Instant.ofEpochSecond(epoch));
    } catch (NumberFormatException | DateTimeException e) {
      found.issue("bad_date", "photoTakenTime is no time: " + seconds);
    }
  }

  private void position(String member) {
    Optional<Double> latitude = number(member, "latitude");
    Optional<Double> longitude = number(member, "longitude");
    if (latitude.isPresent() && longitude.isPresent()) {
      GeoPosition.of(latitude.get(), longitude.get(), number(member, "altitude"), found)
          .ifPresent(found::position);
    }
  }

  private Optional<Double> number(String member, String name) {
    return at(root, member, name).filter(Double.class::isInstance).map(Double.class::cast);
  }

  private static Optional<Object> at(Object value, String... path) {
    Object current = value;
    for (String step : path) {
      if (!(current instanceof Map<?, ?> members)) {
        return Optional.empty();
      }
      current = members.get(step);
    }
    return Optional.ofNullable(current);
  }
}
