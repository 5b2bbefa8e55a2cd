package io.lumina.meta.exif;

import com.drew.metadata.Metadata;
import com.drew.metadata.exif.GpsDirectory;
import io.lumina.meta.date.DateField;
import io.lumina.meta.date.DateText;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.GeoPosition;
import io.lumina.meta.text.CleanText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Position and time of Exif's GPS directory. A hemisphere that is not given is not guessed. */
public final class GpsFields {
  private final Tags gps;
  private final Findings found;

  public GpsFields(Metadata metadata, Findings found) {
    this.gps = Tags.of(metadata, GpsDirectory.class);
    this.found = found;
  }

  public void read() {
    Optional<Double> latitude =
        degrees(GpsDirectory.TAG_LATITUDE, GpsDirectory.TAG_LATITUDE_REF, "S");
    Optional<Double> longitude =
        degrees(GpsDirectory.TAG_LONGITUDE, GpsDirectory.TAG_LONGITUDE_REF, "W");
    if (latitude.isPresent() && longitude.isPresent()) {
      GeoPosition.of(latitude.get(), longitude.get(), altitude(), found).ifPresent(found::position);
    }
    time();
  }

  private Optional<Double> degrees(int tag, int referenceTag, String negative) {
    List<Double> parts = gps.numbers(tag);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    double value = 0;
    double unit = 1;
    for (double part : parts.subList(0, Math.min(3, parts.size()))) {
      value += part / unit;
      unit *= 60;
    }
    String reference =
        gps.text(referenceTag)
            .map(text -> CleanText.line(text, 1).toUpperCase(Locale.ROOT))
            .orElse("");
    if (!Double.isFinite(value) || reference.isEmpty()) {
      found.issue("bad_gps", "Degrees " + parts + " with hemisphere '" + reference + "'");
      return Optional.empty();
    }
    return Optional.of(reference.equals(negative) ? -value : value);
  }

  private Optional<Double> altitude() {
    boolean belowSea =
        gps.integer(GpsDirectory.TAG_ALTITUDE_REF).filter(ref -> ref == 1).isPresent();
    return gps.number(GpsDirectory.TAG_ALTITUDE).map(metres -> belowSea ? -metres : metres);
  }

  private void time() {
    Optional<String> day = gps.text(GpsDirectory.TAG_DATE_STAMP);
    List<Double> clock = gps.numbers(GpsDirectory.TAG_TIME_STAMP);
    if (day.isEmpty() || DateText.meansUnknown(day.get()) || clock.size() != 3) {
      return;
    }
    String raw = day.get() + " " + clock;
    Optional<LocalDateTime> start = DateText.parse(day.get()).map(DateText::local);
    double seconds = clock.get(0) * 3_600 + clock.get(1) * 60 + clock.get(2);
    // A day is let past its end by a minute: some receivers count 24:00:00.
    if (start.isEmpty() || !(seconds >= 0 && seconds < 86_460)) {
      found.issue("bad_date", "GPS date is no date: " + raw);
      return;
    }
    try {
      Instant utc =
          start.get().plusNanos(Math.round(seconds * 1_000) * 1_000_000L).toInstant(ZoneOffset.UTC);
      found.instant(DateField.GPS, raw, utc);
    } catch (DateTimeException e) {
      found.issue("bad_date", "GPS date is no date: " + raw);
    }
  }
}
