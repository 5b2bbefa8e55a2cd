package io.lumina.meta.field;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a file says of itself: at most one value for each {@link MetadataField}, whose documentation
 * gives units. A field that is not in the map is absent.
 *
 * @param values by field; each value has the class that the field's type names, numbers are within
 *     the field's bounds
 */
public record Metadata(Map<MetadataField, Object> values) {

  /** Nothing known. */
  public static final Metadata EMPTY = new Metadata(Map.of());

  private static final Set<MetadataField> WRITTEN_BY_PEOPLE =
      Collections.unmodifiableSet(
          EnumSet.of(MetadataField.RATING, MetadataField.TITLE, MetadataField.DESCRIPTION));

  private static final Set<MetadataField> POSITION =
      Collections.unmodifiableSet(
          EnumSet.of(MetadataField.GPS_LAT, MetadataField.GPS_LON, MetadataField.GPS_ALT));

  /**
   * Values that only mean something together: a latitude of one source never meets a longitude of
   * another.
   */
  private static final List<Set<MetadataField>> BELONG_TOGETHER =
      List.of(POSITION, EnumSet.of(MetadataField.WIDTH, MetadataField.HEIGHT));

  /** About ten metres: what programs round away is no other place. */
  private static final double SAME_PLACE = 1e-4;

  public Metadata {
    EnumMap<MetadataField, Object> copy = new EnumMap<>(MetadataField.class);
    values.forEach((field, value) -> copy.put(field, checked(field, value)));
    values = Collections.unmodifiableMap(copy);
  }

  /**
   * Those of some values that can be. Rows that were stored before a bound was known, and numbers
   * that a decoder gives, are no reason to stop.
   */
  public static Metadata ofPossible(Map<MetadataField, Object> values) {
    EnumMap<MetadataField, Object> possible = new EnumMap<>(MetadataField.class);
    values.forEach(
        (field, value) -> {
          if (field.accepts(value)) {
            possible.put(field, value);
          }
        });
    return new Metadata(possible);
  }

  private static Object checked(MetadataField field, Object value) {
    if (!field.accepts(value)) {
      throw new IllegalArgumentException(
          "%s is %s, not %s (%s)"
              .formatted(field.fieldName(), field.demand(), value, value.getClass().getName()));
    }
    if (field.type() != MetadataField.Type.STRING_LIST) {
      return value;
    }
    return ((List<?>) value).stream().map(String.class::cast).toList();
  }

  /** The value of a field as the class that its type names. */
  public Optional<Object> value(MetadataField field) {
    return Optional.ofNullable(values.get(field));
  }

  /** How many fields are present. */
  public int fieldCount() {
    return values.size();
  }

  /** These values, and those of {@code fallback} where there are none here; keywords of both. */
  public Metadata or(Metadata fallback) {
    EnumMap<MetadataField, Object> merged = new EnumMap<>(MetadataField.class);
    merged.putAll(values);
    fallback.values.forEach(
        (field, value) -> {
          if (!hasCompanionOf(field)) {
            merged.putIfAbsent(field, value);
          }
        });
    List<String> keywords =
        Stream.concat(keywords().stream(), fallback.keywords().stream()).distinct().toList();
    if (!keywords.isEmpty()) {
      merged.put(MetadataField.KEYWORDS, keywords);
    }
    return new Metadata(merged);
  }

  /**
   * These embedded values joined with those of a sidecar, the later word of a person or a program:
   * it wins for what people write (rating, title, description) and for another position, the file
   * itself for all else.
   */
  public Metadata withSidecar(Metadata sidecar) {
    Set<MetadataField> later = EnumSet.copyOf(WRITTEN_BY_PEOPLE);
    EnumMap<MetadataField, Object> merged = new EnumMap<>(MetadataField.class);
    merged.putAll(or(sidecar).values);
    if (isElsewhere(sidecar)) {
      merged.keySet().removeAll(POSITION);
      later.addAll(POSITION);
    }
    sidecar.values.forEach(
        (field, value) -> {
          if (later.contains(field)) {
            merged.put(field, value);
          }
        });
    return new Metadata(merged);
  }

  private boolean isElsewhere(Metadata sidecar) {
    return differs(gpsLat(), sidecar.gpsLat()) || differs(gpsLon(), sidecar.gpsLon());
  }

  private static boolean differs(Optional<Double> here, Optional<Double> there) {
    return there.isPresent()
        && here.filter(value -> Math.abs(value - there.get()) <= SAME_PLACE).isEmpty();
  }

  private boolean hasCompanionOf(MetadataField field) {
    return BELONG_TOGETHER.stream()
        .filter(group -> group.contains(field))
        .anyMatch(group -> group.stream().anyMatch(values::containsKey));
  }

  private <T> Optional<T> value(MetadataField field, Class<T> type) {
    return value(field).map(type::cast);
  }

  public Optional<String> make() {
    return value(MetadataField.MAKE, String.class);
  }

  public Optional<String> model() {
    return value(MetadataField.MODEL, String.class);
  }

  public Optional<String> serial() {
    return value(MetadataField.SERIAL, String.class);
  }

  public Optional<String> lens() {
    return value(MetadataField.LENS, String.class);
  }

  public Optional<Double> focalLength() {
    return value(MetadataField.FOCAL_LENGTH, Double.class);
  }

  public Optional<Double> fNumber() {
    return value(MetadataField.F_NUMBER, Double.class);
  }

  public Optional<Double> exposureTime() {
    return value(MetadataField.EXPOSURE_TIME, Double.class);
  }

  public Optional<Integer> iso() {
    return value(MetadataField.ISO, Integer.class);
  }

  public Optional<Integer> flash() {
    return value(MetadataField.FLASH, Integer.class);
  }

  public Optional<Integer> orientation() {
    return value(MetadataField.ORIENTATION, Integer.class);
  }

  public Optional<Integer> width() {
    return value(MetadataField.WIDTH, Integer.class);
  }

  public Optional<Integer> height() {
    return value(MetadataField.HEIGHT, Integer.class);
  }

  public Optional<Double> gpsLat() {
    return value(MetadataField.GPS_LAT, Double.class);
  }

  public Optional<Double> gpsLon() {
    return value(MetadataField.GPS_LON, Double.class);
  }

  public Optional<Double> gpsAlt() {
    return value(MetadataField.GPS_ALT, Double.class);
  }

  public Optional<String> software() {
    return value(MetadataField.SOFTWARE, String.class);
  }

  public Optional<String> artist() {
    return value(MetadataField.ARTIST, String.class);
  }

  public Optional<String> copyright() {
    return value(MetadataField.COPYRIGHT, String.class);
  }

  public Optional<Integer> rating() {
    return value(MetadataField.RATING, Integer.class);
  }

  public Optional<String> title() {
    return value(MetadataField.TITLE, String.class);
  }

  public Optional<String> description() {
    return value(MetadataField.DESCRIPTION, String.class);
  }

  public Optional<Double> duration() {
    return value(MetadataField.DURATION, Double.class);
  }

  public Optional<String> codec() {
    return value(MetadataField.CODEC, String.class);
  }

  public Optional<String> contentIdentifier() {
    return value(MetadataField.CONTENT_IDENTIFIER, String.class);
  }

  public Optional<String> burstUuid() {
    return value(MetadataField.BURST_UUID, String.class);
  }

  /** Keywords in the file's order, without repetition; empty when there are none. */
  public List<String> keywords() {
    return value(MetadataField.KEYWORDS, List.class).stream()
        .flatMap(list -> ((List<?>) list).stream())
        .map(String.class::cast)
        .toList();
  }
}
