package io.lumina.meta;

import io.lumina.meta.date.DateCandidate;
import io.lumina.meta.field.MetadataField;
import io.lumina.meta.field.MetadataReading;
import io.lumina.meta.sidecar.SidecarReader;
import io.lumina.meta.text.CleanText;
import io.lumina.meta.text.JsonReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every value that ExifTool reads from the photos, against ours: how many agree, field by field,
 * and the others with the reason why they differ. Where ExifTool reads a field in several places
 * and shows one of them, ours may be the value of another: that is agreement too, and is counted by
 * itself. {@code scripts/bench metadata} runs the main method.
 */
final class Agreement {
  private static final Map<String, MetadataField> FIELDS =
      Map.ofEntries(
          Map.entry("Make", MetadataField.MAKE),
          Map.entry("Model", MetadataField.MODEL),
          Map.entry("Orientation", MetadataField.ORIENTATION),
          Map.entry("ImageWidth", MetadataField.WIDTH),
          Map.entry("ImageHeight", MetadataField.HEIGHT),
          Map.entry("GPSLatitude", MetadataField.GPS_LAT),
          Map.entry("GPSLongitude", MetadataField.GPS_LON),
          Map.entry("ISO", MetadataField.ISO),
          Map.entry("FNumber", MetadataField.F_NUMBER),
          Map.entry("ExposureTime", MetadataField.EXPOSURE_TIME),
          Map.entry("FocalLength", MetadataField.FOCAL_LENGTH));

  private static final String LINE = "%-17s %4d and %d elsewhere of %4d  %.2f %%%n";

  private final Path samples;
  private final Map<String, String> reasons;
  private final Map<String, int[]> counts = new TreeMap<>();
  private final Map<String, String> disagreements = new TreeMap<>();

  private Agreement(Path samples, Map<String, String> reasons) {
    this.samples = samples;
    this.reasons = reasons;
  }

  /** Prints the table and the disagreements; ends with 7 where one has no reason. */
  public static void main(String... samples) throws IOException {
    Agreement agreement = of(Path.of(samples[0]));
    agreement.print(System.out);
    System.exit(agreement.disagreements.containsValue("") ? 7 : 0);
  }

  /** Compares the folder {@code photos} with what {@code expected} holds of it. */
  static Agreement of(Path samples) throws IOException {
    Agreement agreement = new Agreement(samples, listed());
    try (Stream<Path> tree = Files.walk(samples.resolve("photos"))) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        agreement.compare(file);
      }
    }
    return agreement;
  }

  int all() {
    return sum(1);
  }

  /** Of all values those that are what ExifTool shows. */
  double shown() {
    return sum(0) / (double) all();
  }

  /** The same with those that ExifTool reads elsewhere in the file. */
  double share() {
    return (sum(0) + sum(2)) / (double) all();
  }

  private int sum(int column) {
    return counts.values().stream().mapToInt(n -> n[column]).sum();
  }

  /** File, field, their value and ours, parted by semicolons, and the reason; blank where new. */
  Map<String, String> disagreements() {
    return disagreements;
  }

  void print(PrintStream out) {
    counts.forEach(
        (field, n) -> out.printf(LINE, field, n[0], n[2], n[1], 100.0 * (n[0] + n[2]) / n[1]));
    out.printf(LINE, "all", sum(0), sum(2), all(), 100 * share());
    disagreements.forEach(
        (line, reason) -> {
          String[] cells = line.split(";", -1);
          out.printf(
              "%n%s %s%n  ExifTool: %s%n  Lumina:   %s%n  %s%n",
              cells[0],
              cells[1],
              cells[2],
              cells[3].isEmpty() ? "nothing" : cells[3],
              reason.isEmpty() ? "NO REASON IS KNOWN" : reason);
        });
  }

  private void compare(Path file) throws IOException {
    String name = samples.relativize(file).toString();
    Path expected = samples.resolve("expected").resolve(name + ".json");
    if (!Files.exists(expected)) {
      return;
    }
    Map<?, ?> theirs =
        (Map<?, ?>) JsonReader.read(Files.readString(expected, StandardCharsets.UTF_8));
    MetadataReading ours = read(file);
    List<String> fields = new ArrayList<>(FIELDS.keySet());
    fields.add("DateTimeOriginal");
    for (String field : fields) {
      Object value = theirs.get(field);
      if (value == null || String.valueOf(value).isBlank()) {
        continue;
      }
      int[] count = counts.computeIfAbsent(field, key -> new int[3]);
      count[1]++;
      String own = field.equals("DateTimeOriginal") ? dates(ours) : text(ours, field);
      if (agree(field, value, own)) {
        count[0]++;
      } else if (inOtherPlace(theirs, field).anyMatch(other -> agree(field, other, own))) {
        count[2]++;
      } else {
        String line = String.join(";", name, field, plain(String.valueOf(value)), plain(own));
        disagreements.put(line, reasons.getOrDefault(line, ""));
      }
    }
  }

  /** What ExifTool reads elsewhere in the file under the same name. */
  private static Stream<Object> inOtherPlace(Map<?, ?> theirs, String field) {
    return theirs.get("byGroup") instanceof Map<?, ?> groups
        ? groups.entrySet().stream()
            .filter(entry -> String.valueOf(entry.getKey()).endsWith(":" + field))
            .map(entry -> (Object) entry.getValue())
        : Stream.empty();
  }

  private static MetadataReading read(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".xmp")
        ? new SidecarReader().read(content)
        : new MetadataReader().read(content);
  }

  private static String text(MetadataReading ours, String field) {
    return ours.metadata().value(FIELDS.get(field)).map(String::valueOf).orElse("");
  }

  /** Every date of ours that ExifTool would call by this name, without fractions. */
  private static String dates(MetadataReading ours) {
    return String.join(
        "|",
        ours.dates().stream()
            .filter(date -> date.field().endsWith("DateTimeOriginal") || isIptcCreated(date))
            .limit(1)
            .map(Agreement::exif)
            .toList());
  }

  private static boolean isIptcCreated(DateCandidate date) {
    return date.source().equals("iptc") && date.field().equals("DateCreated");
  }

  private static String exif(DateCandidate date) {
    LocalDateTime local =
        date.local()
            .or(() -> date.utc().map(utc -> LocalDateTime.ofInstant(utc, ZoneOffset.UTC)))
            .orElseThrow();
    return "%04d:%02d:%02d %02d:%02d:%02d%s"
        .formatted(
            local.getYear(),
            local.getMonthValue(),
            local.getDayOfMonth(),
            local.getHour(),
            local.getMinute(),
            local.getSecond(),
            date.offset().map(offset -> offset.getId().replace("Z", "+00:00")).orElse(""));
  }

  private static boolean agree(String field, Object theirs, String own) {
    String text = String.valueOf(theirs).strip();
    if (own.isEmpty()) {
      return saysUnknown(field, text);
    }
    if (field.equals("DateTimeOriginal")) {
      return text.length() >= 19 && own.substring(0, 19).equals(text.substring(0, 19));
    }
    if (field.equals("Make") || field.equals("Model")) {
      return own.equals(CleanText.value(plainNumber(theirs)));
    }
    if (field.equals("ISO") && text.contains(" ")) {
      // Two numbers of a maker's note, one of them a mode: zero.
      return List.of(text.split(" ")).contains(own);
    }
    double number = Double.parseDouble(text);
    double tolerance = field.startsWith("GPS") ? 1e-4 : Math.abs(number) * 1e-3;
    return Math.abs(number - Double.parseDouble(own)) <= tolerance;
  }

  /**
   * ExifTool hands on what cameras write for unknown; docs/specification.md calls that no value:
   * blank or zero dates, a zero sensitivity or orientation, the position (0, 0); and the largest
   * sensitivity that two bytes hold.
   */
  private static boolean saysUnknown(String field, String theirs) {
    return switch (field) {
      case "DateTimeOriginal" -> theirs.matches("[0: .]*");
      case "ISO" -> theirs.equals("0.0") || theirs.equals("65535.0");
      case "Orientation", "GPSLatitude", "GPSLongitude" -> theirs.equals("0.0");
      default -> false;
    };
  }

  /** ExifTool writes names such as 7.50 as numbers. */
  private static String plainNumber(Object theirs) {
    boolean whole = theirs instanceof Double number && number == Math.rint(number);
    return whole ? String.valueOf(((Double) theirs).longValue()) : String.valueOf(theirs);
  }

  private static String plain(String text) {
    return CleanText.line(text, 60).replace(';', ',');
  }

  /** What is known of disagreements: the line, and behind its last semicolon the reason. */
  static Map<String, String> listed() {
    try (var in = Agreement.class.getResourceAsStream("exiftool-disagreements.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .collect(
              Collectors.toMap(
                  line -> line.substring(0, line.lastIndexOf(';')),
                  line -> line.substring(line.lastIndexOf(';') + 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
