package io.lumina.meta;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has been found so far while one file is read. The first value of a field stays, so sources
 * are asked in the order in which they are believed.
 */
final class Findings {
  /** Broken files can complain without end; a person reads the first few. */
  private static final int MAX_ISSUES = 10;

  private static final int MAX_DATES = 50;
  private static final int MAX_KEYWORDS = 200;

  private final Map<MetadataField, Object> values = new EnumMap<>(MetadataField.class);
  private final Set<DateCandidate> dates = new LinkedHashSet<>();
  private final Set<MetadataIssue> issues = new LinkedHashSet<>();

  boolean has(MetadataField field) {
    return values.containsKey(field);
  }

  void text(MetadataField field, Optional<String> text) {
    text.map(CleanText::value)
        .filter(clean -> !clean.isEmpty())
        .ifPresent(clean -> values.putIfAbsent(field, shortened(field, clean)));
  }

  void number(MetadataField field, Optional<Double> number) {
    number.filter(Double::isFinite).ifPresent(value -> values.putIfAbsent(field, value));
  }

  void integer(MetadataField field, Optional<Integer> number) {
    number.ifPresent(value -> values.putIfAbsent(field, value));
  }

  /** Both or none, and only sides that a picture can have. */
  void size(long width, long height) {
    boolean possible =
        width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
    if (possible && !has(MetadataField.WIDTH)) {
      values.put(MetadataField.WIDTH, (int) width);
      values.put(MetadataField.HEIGHT, (int) height);
    }
  }

  void orientation(Optional<Integer> orientation) {
    if (orientation.isEmpty() || has(MetadataField.ORIENTATION)) {
      return;
    }
    int value = orientation.get();
    if (value >= 1 && value <= 8) {
      values.put(MetadataField.ORIENTATION, value);
    } else {
      issue("bad_orientation", "Orientation is 1 to 8, not " + value);
    }
  }

  void position(GeoPosition position) {
    if (!has(MetadataField.GPS_LAT)) {
      values.put(MetadataField.GPS_LAT, position.latitude());
      values.put(MetadataField.GPS_LON, position.longitude());
      position.altitude().ifPresent(metres -> values.put(MetadataField.GPS_ALT, metres));
    }
  }

  void keywords(List<String> keywords) {
    List<String> clean =
        keywords.stream()
            .map(keyword -> CleanText.line(keyword, CleanText.MAX_DETAIL))
            .filter(keyword -> !keyword.isEmpty())
            .distinct()
            .limit(MAX_KEYWORDS)
            .toList();
    if (!clean.isEmpty()) {
      values.putIfAbsent(MetadataField.KEYWORDS, clean);
    }
  }

  /** A date as text; text that is no date becomes an issue, blanks and zeros mean unknown. */
  void date(DateField field, Optional<String> text) {
    date(field, text, Optional.empty(), Optional.empty());
  }

  /** The same with the sub-seconds and the offset that Exif keeps in other tags. */
  void date(
      DateField field,
      Optional<String> text,
      Optional<String> subSeconds,
      Optional<String> offset) {
    if (text.isEmpty() || DateText.meansUnknown(text.get())) {
      return;
    }
    String raw = CleanText.line(text.get(), CleanText.MAX_RAW);
    Optional<DateText> parsed = DateText.parse(raw);
    if (parsed.isEmpty()) {
      issue("bad_date", field.fieldName() + " is no date: " + raw);
      return;
    }
    LocalDateTime local = parsed.get().withSubSeconds(subSeconds);
    Optional<ZoneOffset> zone = parsed.get().offset().or(() -> offset.flatMap(DateText::offset));
    date(DateCandidate.local(field, raw + zeros(subSeconds), local, zone));
  }

  /** A fraction of 0 is said by the raw text alone: a local time does not tell it from none. */
  private static String zeros(Optional<String> subSeconds) {
    return subSeconds
        .map(String::strip)
        .filter(text -> text.matches("0+"))
        .map("."::concat)
        .orElse("");
  }

  void instant(DateField field, String raw, Instant utc) {
    date(DateCandidate.instant(field, CleanText.line(raw, CleanText.MAX_RAW), utc));
  }

  void date(DateCandidate candidate) {
    if (dates.size() < MAX_DATES) {
      dates.add(candidate);
    }
  }

  void issue(String code, String detail) {
    if (issues.size() < MAX_ISSUES) {
      issues.add(new MetadataIssue(code, CleanText.line(detail, CleanText.MAX_DETAIL)));
    }
  }

  MetadataReading reading() {
    List<DateCandidate> inOrder = new ArrayList<>(dates);
    inOrder.sort(Comparator.comparingInt(DateField::rank));
    return new MetadataReading(new Metadata(values), inOrder, List.copyOf(issues));
  }

  private String shortened(MetadataField field, String clean) {
    if (clean.length() > CleanText.MAX_VALUE) {
      issue(
          "text_cut",
          "%s has %d characters, cut at %d"
              .formatted(field.fieldName(), clean.length(), CleanText.MAX_VALUE));
    }
    return CleanText.cut(clean, CleanText.MAX_VALUE);
  }
}
