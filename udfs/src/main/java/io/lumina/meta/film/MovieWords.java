package io.lumina.meta.film;

import io.lumina.container.BigEndian;
import io.lumina.container.Box;
import io.lumina.container.Bytes;
import io.lumina.meta.date.DateField;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.GeoPosition;
import io.lumina.meta.field.MetadataField;
import io.lumina.meta.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Texts inside a {@code moov} box: Apple's keys with their values, iTunes tags, QuickTime user
 * data.
 */
final class MovieWords {
  private static final int MAX_ENTRIES = 1_000;
  private static final int TEXT_TYPE = 1;

  private final Findings found;

  MovieWords(Findings found) {
    this.found = found;
  }

  /** {@code keys} names what {@code ilst} holds by number; QuickTime's meta box has no version. */
  void readKeys(Box meta) {
    int skip = meta.length() >= 8 && meta.u32(4) > 0x2020_2020L ? 0 : 4;
    List<Box> parts = meta.children(skip);
    List<String> keys =
        parts.stream()
            .filter(box -> box.type().equals("keys"))
            .findFirst()
            .map(MovieWords::keys)
            .orElse(List.of());
    parts.stream()
        .filter(box -> box.type().equals("ilst"))
        .flatMap(box -> box.children().stream().limit(MAX_ENTRIES))
        .forEach(entry -> value(entry).ifPresent(text -> word(name(entry, keys), text)));
  }

  void readUserData(Box userData) {
    for (Box box : userData.children()) {
      if (box.type().equals("meta")) {
        readKeys(box);
      } else if (box.type().equals("TAGS")) {
        pentax(box.payload(0));
      } else if (box.type().equals("loci")) {
        location(box);
      } else if (box.type().startsWith("\u00A9") && box.holds(0, 4)) {
        int length = Math.min(box.u16(0), box.length() - 4);
        word(
            box.type(),
            CleanText.decode(
                Arrays.copyOfRange(box.bytes(), box.start() + 4, box.start() + 4 + length)));
      }
    }
  }

  private void word(String key, String text) {
    Optional<String> value = Optional.of(text);
    switch (key) {
      case "com.apple.quicktime.make", "\u00A9mak" -> found.text(MetadataField.MAKE, value);
      case "com.apple.quicktime.model", "\u00A9mod" -> found.text(MetadataField.MODEL, value);
      case "com.apple.quicktime.software", "\u00A9swr" -> found.text(MetadataField.SOFTWARE, value);
      case "com.apple.quicktime.title", "\u00A9nam" -> found.text(MetadataField.TITLE, value);
      case "com.apple.quicktime.author", "com.apple.quicktime.artist", "\u00A9ART" ->
          found.text(MetadataField.ARTIST, value);
      case "com.apple.quicktime.copyright", "\u00A9cpy", "cprt" ->
          found.text(MetadataField.COPYRIGHT, value);
      case "com.apple.quicktime.description", "\u00A9des", "desc" ->
          found.text(MetadataField.DESCRIPTION, value);
      case "com.apple.quicktime.keywords" -> found.keywords(List.of(text.split("[,;]")));
      case "com.apple.quicktime.content.identifier" ->
          found.text(MetadataField.CONTENT_IDENTIFIER, value);
      case "com.apple.quicktime.creationdate" ->
          found.date(DateField.QUICKTIME_CREATION_DATE, value);
      case "\u00A9day" -> found.date(DateField.QUICKTIME_DAY, value);
      case "com.apple.quicktime.location.ISO6709", "\u00A9xyz" ->
          GeoPosition.ofIso6709(text, found).ifPresent(found::position);
      default -> {}
    }
  }

  /** What Pentax cameras put beside their films, little endian. */
  private void pentax(byte[] tags) {
    if (!BigEndian.startsWith(tags, 0, "PENTAX") || tags.length < 0xB1) {
      return;
    }
    Bytes fields = Bytes.littleEndian(tags);
    word("\u00A9mak", CleanText.decode(fields.range(0, 24)));
    found.number(MetadataField.EXPOSURE_TIME, Optional.of(10.0 / fields.u32(0x26)));
    found.number(MetadataField.F_NUMBER, Optional.of(fields.u32(0x2A) / (double) fields.u32(0x2E)));
    found.number(
        MetadataField.FOCAL_LENGTH, Optional.of(fields.u32(0x48) / (double) fields.u32(0x4C)));
    found.integer(MetadataField.ISO, Optional.of(fields.u16(0xAF)).filter(iso -> iso > 0));
  }

  /** 3GP: a name, a role, then longitude, latitude and altitude as 16.16 fixed point. */
  private void location(Box box) {
    int at = 6;
    while (box.holds(at, 1) && box.u8(at) != 0) {
      at++;
    }
    if (box.holds(at + 2, 12)) {
      GeoPosition.of(
              fixed(box, at + 6), fixed(box, at + 2), Optional.of(fixed(box, at + 10)), found)
          .ifPresent(found::position);
    }
  }

  private static double fixed(Box box, int offset) {
    return (int) box.u32(offset) / 65_536.0;
  }

  private static List<String> keys(Box box) {
    List<String> keys = new ArrayList<>();
    for (Box key : box.children(8)) {
      keys.add(new String(key.payload(0), 0, Math.min(200, key.length()), StandardCharsets.UTF_8));
    }
    return keys;
  }

  private static String name(Box entry, List<String> keys) {
    long number = BigEndian.u32(entry.bytes(), entry.start() - 4);
    return number >= 1 && number <= keys.size() ? keys.get((int) number - 1) : entry.type();
  }

  private static Optional<String> value(Box entry) {
    return entry
        .child("data")
        .filter(data -> data.holds(0, 8) && data.u32(0) == TEXT_TYPE)
        .map(data -> CleanText.decode(data.payload(8)));
  }
}
