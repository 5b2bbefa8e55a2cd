package io.lumina.meta.field;

import io.lumina.meta.date.DateCandidate;
import io.lumina.meta.date.DateField;
import io.lumina.meta.date.DatePrecision;
import io.lumina.meta.date.DateText;
import io.lumina.meta.date.Moments;
import io.lumina.meta.text.CleanText;
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
public final class Findings {
  /** Broken files can complain without end; a person reads the first few. */
  private static final int MAX_ISSUES = 10;

  private static final int MAX_DATES = 50;
  private static final int MAX_KEYWORDS = 200;

  private final Map<MetadataField, Object> values = new EnumMap<>(MetadataField.class);
  private final Set<String> keywords = new LinkedHashSet<>();
  private final Set<DateCandidate> dates = new LinkedHashSet<>();
  private final Set<MetadataIssue> issues = new LinkedHashSet<>();
  private final List<Runnable> last = new ArrayList<>();

  boolean has(MetadataField field) {
    return values.containsKey(field);
  }

  public void text(MetadataField field, Optional<String> text) {
    text.map(CleanText::value)
        .filter(clean -> !clean.isEmpty())
        .ifPresent(clean -> values.putIfAbsent(field, shortened(field, clean)));
  }

  public void number(MetadataField field, Optional<Double> number) {
    number.filter(Double::isFinite).ifPresent(value -> possible(field, value));
  }

  public void integer(MetadataField field, Optional<Integer> number) {
    number.ifPresent(value -> possible(field, value));
  }

  /** A number that cannot be becomes an issue, and the next source is asked. */
  private void possible(MetadataField field, Number value) {
    if (field.accepts(value)) {
      values.putIfAbsent(field, value);
    } else {
      issue("bad_value", "%s is %s, not %s".formatted(field.fieldName(), field.demand(), value));
    }
  }

  /** Both or none, and only sides that a picture can have. */
  public void size(long width, long height) {
    boolean possible =
        width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
    // Zero says that a format does not tell.
    if (!possible && width != 0 && height != 0) {
      issue("bad_value", "A picture has 1 to 2^31 - 1 pixels a side, not " + width + "x" + height);
    }
    if (possible && !has(MetadataField.WIDTH)) {
      values.put(MetadataField.WIDTH, (int) width);
      values.put(MetadataField.HEIGHT, (int) height);
    }
  }

  public void orientation(Optional<Integer> orientation) {
    if (orientation.isEmpty() || has(MetadataField.ORIENTATION)) {
      return;
    }
    int value = orientation.get();
    if (MetadataField.ORIENTATION.accepts(value)) {
      values.put(MetadataField.ORIENTATION, value);
    } else {
      issue("bad_orientation", "Orientation is 1 to 8, not " + value);
    }
  }

  public void position(GeoPosition position) {
    if (!has(MetadataField.GPS_LAT)) {
      values.put(MetadataField.GPS_LAT, position.latitude());
      values.put(MetadataField.GPS_LON, position.longitude());
      position.altitude().ifPresent(metres -> values.put(MetadataField.GPS_ALT, metres));
    }
  }

  /** Keywords of one place; those of all places are joined. */
  public void keywords(List<String> more) {
    more.stream()
        .map(keyword -> CleanText.line(keyword, CleanText.MAX_DETAIL))
        .filter(keyword -> !keyword.isEmpty())
        .filter(keyword -> keywords.size() < MAX_KEYWORDS)
        .forEach(keywords::add);
    if (!keywords.isEmpty()) {
      values.put(MetadataField.KEYWORDS, List.copyOf(keywords));
    }
  }

  /** Stars 0 to 5, or -1 for rejected; a number that is neither becomes an issue. */
  public void rating(Optional<Double> stars) {
    stars.ifPresent(number -> rating(number, Rating.ofStars(number)));
  }

  /** Windows' percentage of stars. */
  public void ratingPercent(Optional<Double> percent) {
    percent.ifPresent(number -> rating(number, Rating.ofPercent(number)));
  }

  private void rating(double number, Optional<Integer> stars) {
    if (stars.isEmpty()) {
      issue("bad_rating", "No number of stars: " + number);
    }
    integer(MetadataField.RATING, stars);
  }

  /** A date as text; text that is no date becomes an issue, blanks and zeros mean unknown. */
  public void date(DateField field, Optional<String> text) {
    date(field, text, Optional.empty(), Optional.empty());
  }

  /** The same with the sub-seconds and the offset that Exif keeps in other tags. */
  public void date(
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
    DateText date = parsed.get().withSubSeconds(subSeconds);
    local(field, raw + zeros(subSeconds), date.orOffset(offset.flatMap(DateText::offset)));
  }

  /** A fraction of 0 is said by the raw text alone: a local time does not tell it from none. */
  private static String zeros(Optional<String> subSeconds) {
    return subSeconds
        .map(String::strip)
        .filter(text -> text.matches("0+"))
        .map("."::concat)
        .orElse("");
  }

  /** A date of which only the instant is meant; nothing where the text gives no offset. */
  public void instant(DateField field, Optional<String> text) {
    text.map(each -> CleanText.line(each, CleanText.MAX_RAW))
        .flatMap(DateText::parse)
        .flatMap(date -> date.offset().map(offset -> date.local().toInstant(offset)))
        .ifPresent(utc -> instant(field, text.orElseThrow(), utc));
  }

  /** A wall clock; one of a year in which no picture was taken becomes an issue. */
  public void local(DateField field, String raw, LocalDateTime local, Optional<ZoneOffset> offset) {
    local(field, raw, new DateText(local, offset, DatePrecision.TIME));
  }

  private void local(DateField field, String raw, DateText date) {
    if (Moments.isPossible(date.local())) {
      date(DateCandidate.local(field, CleanText.line(raw, CleanText.MAX_RAW), date));
    } else {
      impossible(field, raw);
    }
  }

  /** A moment; one of a year in which no picture was taken becomes an issue. */
  public void instant(DateField field, String raw, Instant utc) {
    if (Moments.isPossible(utc)) {
      date(DateCandidate.instant(field, CleanText.line(raw, CleanText.MAX_RAW), utc));
    } else {
      impossible(field, raw);
    }
  }

  private void impossible(DateField field, String raw) {
    issue(
        "bad_date", "%s is in no year of %s: %s".formatted(field.fieldName(), Moments.YEARS, raw));
  }

  private void date(DateCandidate candidate) {
    if (dates.size() < MAX_DATES) {
      dates.add(candidate);
    }
  }

  /** Leaves a source of which little is believed until all others have been asked. */
  public void atLast(Runnable source) {
    last.add(source);
  }

  public void askLast() {
    last.forEach(Runnable::run);
    last.clear();
  }

  public void issue(String code, String detail) {
    if (issues.size() < MAX_ISSUES) {
      issues.add(new MetadataIssue(code, CleanText.line(detail, CleanText.MAX_DETAIL)));
    }
  }

  public MetadataReading reading() {
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
