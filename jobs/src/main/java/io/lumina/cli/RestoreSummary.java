package io.lumina.cli;

import io.lumina.backup.BackupFile;
import io.lumina.run.Summary;
import io.lumina.text.Spoken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a restore prints.
 *
 * @param backup that was restored
 * @param aside where a damaged database lies now
 * @param counts how many lines came to what
 * @param open sentences on the first that are not as the backup has them
 * @param dryRun whether nothing was written
 */
record RestoreSummary(
    BackupFile backup,
    List<String> aside,
    Map<String, Long> counts,
    List<String> open,
    boolean dryRun) {
  private static final Map<String, String> KINDS =
      ordered(
          "catalog",
          "catalogs",
          "status",
          "statuses",
          "decision",
          "decisions",
          "review",
          "reviews");

  private static final Map<String, String> OUTCOMES =
      ordered(
          "restored",
          "restored",
          "waiting",
          "for pictures that the next night publishes",
          "there",
          "as in the backup already",
          "differs",
          "decided otherwise since, left as they are");

  RestoreSummary {
    aside = List.copyOf(aside);
    counts = Map.copyOf(counts);
    open = List.copyOf(open);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Backup " + backup.place() + (dryRun ? ", dry run: nothing is written" : ""));
    aside.forEach(path -> lines.add(Summary.line("put aside", path + ", the damaged database")));
    KINDS.forEach((kind, plural) -> lines.add(Summary.line(plural, outcomes(kind))));
    open.forEach(sentence -> lines.add(Summary.line("note", sentence)));
    unknown().ifPresent(sentence -> lines.add(Summary.line("note", sentence)));
    if (of("status", "waiting") + of("review", "waiting") > 0) {
      lines.add(
          Summary.line(
              "next",
              "lumina nightly; twice where the tables are lost too: new pictures have new ids"));
    }
    return lines;
  }

  /** What a person should know of a line; nothing where it is as in the backup now. */
  static Optional<String> sentence(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    String what = Optional.ofNullable(row.getString("path")).orElseGet(() -> checksums(kind, row));
    return switch (row.getString("outcome")) {
      case "differs" ->
          Optional.of(
              "%s of %s is '%s' in the backup and '%s' now"
                  .formatted(kind, what, row.getString("backup"), row.getString("now")));
      case "waiting" ->
          Optional.of(
              "no row yet for the %s '%s' of %s".formatted(kind, row.getString("backup"), what));
      default -> Optional.empty();
    };
  }

  private static String checksums(String kind, ResultSet row) {
    try {
      String checksum = row.getString("checksum");
      return checksum == null ? kind + " " + row.getString("catalog") : checksum;
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String outcomes(String kind) {
    String said =
        OUTCOMES.entrySet().stream()
            .filter(outcome -> of(kind, outcome.getKey()) > 0)
            .map(outcome -> Spoken.count(of(kind, outcome.getKey())) + " " + outcome.getValue())
            .collect(Collectors.joining(", "));
    return said.isEmpty() ? "none" : said;
  }

  private Optional<String> unknown() {
    long lines =
        counts.entrySet().stream()
            .filter(count -> count.getKey().endsWith(" unknown"))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return lines == 0
        ? Optional.empty()
        : Optional.of(
            Spoken.many(lines, "line") + " of kinds that this version does not know: left out");
  }

  private long of(String kind, String outcome) {
    return counts.getOrDefault(kind + " " + outcome, 0L);
  }

  private static Map<String, String> ordered(String... namesAndWords) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndWords.length; i += 2) {
      values.put(namesAndWords[i], namesAndWords[i + 1]);
    }
    return values;
  }
}
