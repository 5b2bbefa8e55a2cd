package io.lumina.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.NeedsShared;
import io.lumina.made.SharedFolder;
import java.io.IOException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every value that ExifTool reads from the photos, against ours. */
@NeedsShared
class ExpectedMetadataTest {
  private static final Path SAMPLES = SharedFolder.of("samples");

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

  @Test
  void agrees_with_exiftool_but_for_the_listed_values() throws IOException {
    Map<String, int[]> counts = new TreeMap<>();
    List<String> disagreements = new ArrayList<>();
    for (Path file : photos()) {
      compare(file, counts, disagreements);
    }

    counts.forEach((field, n) -> System.out.printf("%-17s %4d of %4d%n", field, n[0], n[1]));
    int agreeing = counts.values().stream().mapToInt(n -> n[0]).sum();
    int all = counts.values().stream().mapToInt(n -> n[1]).sum();
    System.out.printf("%-17s %4d of %4d%n", "all", agreeing, all);
    assertThat(all).isGreaterThan(1_800);
    assertThat(disagreements).containsExactlyInAnyOrderElementsOf(listed());
    assertThat(agreeing / (double) all).isGreaterThanOrEqualTo(0.99);
  }

  private static List<Path> photos() throws IOException {
    try (Stream<Path> tree = Files.walk(SAMPLES.resolve("photos"))) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void compare(Path file, Map<String, int[]> counts, List<String> disagreements)
      throws IOException {
    String name = SAMPLES.relativize(file).toString();
    Path expected = SAMPLES.resolve("expected").resolve(name + ".json");
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
      int[] count = counts.computeIfAbsent(field, key -> new int[2]);
      count[1]++;
      String own = field.equals("DateTimeOriginal") ? dates(ours) : text(ours, field);
      if (agree(field, value, own)) {
        count[0]++;
      } else {
        disagreements.add(String.join(";", name, field, plain(String.valueOf(value)), plain(own)));
      }
    }
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
            .map(ExpectedMetadataTest::exif)
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
   * blank or zero dates, a zero sensitivity or orientation, the position (0, 0).
   */
  private static boolean saysUnknown(String field, String theirs) {
    return switch (field) {
      case "DateTimeOriginal" -> theirs.matches("[0: .]*");
      case "ISO", "Orientation", "GPSLatitude", "GPSLongitude" -> theirs.equals("0.0");
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

  private static List<String> listed() throws IOException {
    try (var in = ExpectedMetadataTest.class.getResourceAsStream("exiftool-disagreements.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.substring(0, line.lastIndexOf(';')))
          .toList();
    }
  }
}
