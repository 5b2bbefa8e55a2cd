package io.lumina.meta.exif;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import io.lumina.meta.text.CleanText;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tags of several directories of one kind, asked in order; the first that has a tag answers. */
public final class Tags {
  private final List<Directory> directories;

  private Tags(List<Directory> directories) {
    this.directories = directories;
  }

  public static <T extends Directory> Tags of(Metadata metadata, Class<T> kind) {
    return new Tags(new ArrayList<>(metadata.getDirectoriesOfType(kind)));
  }

  public static Tags of(Directory directory) {
    return new Tags(List.of(directory));
  }

  /** These directories, then those. */
  Tags then(Tags others) {
    List<Directory> all = new ArrayList<>(directories);
    all.addAll(others.directories);
    return new Tags(all);
  }

  List<Directory> directories() {
    return directories;
  }

  boolean isEmpty() {
    return directories.isEmpty();
  }

  public Optional<Object> value(int tag) {
    return directories.stream()
        .map(directory -> directory.getObject(tag))
        .filter(value -> value != null)
        .findFirst();
  }

  /** The first text that is not blank. */
  public Optional<String> text(int tag) {
    return directories.stream()
        .map(directory -> directory.getObject(tag))
        .flatMap(value -> asText(value).stream())
        .filter(text -> !CleanText.value(text).isEmpty())
        .findFirst();
  }

  /** Each text of a tag. */
  List<String> texts(int tag) {
    Object value = value(tag).orElse(new Object[0]);
    Object[] all = value instanceof Object[] many ? many : new Object[] {value};
    return Arrays.stream(all).flatMap(each -> asText(each).stream()).toList();
  }

  /** Each number of a tag; a rational with denominator zero is not finite. */
  public List<Double> numbers(int tag) {
    return value(tag).map(Tags::asNumbers).orElse(List.of());
  }

  /** The first finite number of a tag. */
  public Optional<Double> number(int tag) {
    return directories.stream()
        .map(directory -> directory.getObject(tag))
        .filter(value -> value != null)
        .flatMap(value -> asNumbers(value).stream().limit(1))
        .filter(number -> Double.isFinite(number))
        .findFirst();
  }

  public Optional<Integer> integer(int tag) {
    return number(tag)
        .filter(n -> n == Math.rint(n) && Math.abs(n) <= Integer.MAX_VALUE)
        .map(Double::intValue);
  }

  private static Optional<String> asText(Object value) {
    if (value instanceof StringValue text) {
      return Optional.of(CleanText.decode(text.getBytes()));
    }
    if (value instanceof StringValue[] || value instanceof String[]) {
      return Optional.of(
          Arrays.stream((Object[]) value)
              .flatMap(each -> asText(each).stream())
              .collect(Collectors.joining("; ")));
    }
    if (value instanceof String || value instanceof Number) {
      return Optional.of(value.toString());
    }
    return Optional.empty();
  }

  private static List<Double> asNumbers(Object value) {
    if (value instanceof Rational rational) {
      return List.of(rational.getNumerator() / (double) rational.getDenominator());
    }
    if (value instanceof Number number) {
      return List.of(number.doubleValue());
    }
    if (value.getClass().isArray()) {
      return elements(value);
    }
    return asText(value).flatMap(Tags::parsed).stream().toList();
  }

  private static List<Double> elements(Object array) {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < Math.min(Array.getLength(array), 16); i++) {
      numbers.addAll(asNumbers(Array.get(array, i)));
    }
    return numbers;
  }

  private static Optional<Double> parsed(String text) {
    try {
      return Optional.of(Double.valueOf(CleanText.line(text, 40)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
