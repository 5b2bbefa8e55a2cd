package io.lumina.backup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a backup: {@code decisions-TIME-DATABASE.jsonl.gz}.
 *
 * @param time when it was written, such as 20261127T020000000Z
 * @param database eight letters that tell one database from another
 */
record BackupName(String time, String database) {
  /** The newest first. */
  static final Comparator<BackupName> NEWEST_FIRST =
      Comparator.comparing(BackupName::time).reversed();

  private static final Pattern FORM =
      Pattern.compile("decisions-(\\d{8}T\\d{9}Z)-([0-9a-f]{8})\\.jsonl\\.gz");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  BackupName {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(database, "database");
  }

  /** Of a database, by the whole of what tells it from others. */
  static BackupName of(Instant time, String databaseId) {
    return new BackupName(TIME.format(time), letters(databaseId));
  }

  /** None for a file that is no backup. */
  static Optional<BackupName> parse(String file) {
    Matcher form = FORM.matcher(file);
    return form.matches()
        ? Optional.of(new BackupName(form.group(1), form.group(2)))
        : Optional.empty();
  }

  boolean isOf(String databaseId) {
    return database.equals(letters(databaseId));
  }

  String file() {
    return "decisions-" + time + "-" + database + ".jsonl.gz";
  }

  private static String letters(String databaseId) {
    return UUID.nameUUIDFromBytes(databaseId.getBytes(StandardCharsets.UTF_8))
        .toString()
        .substring(0, 8);
  }
}
