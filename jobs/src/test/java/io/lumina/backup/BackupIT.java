package io.lumina.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import io.lumina.postgres.Catalog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupIT {
  private static final Instant NIGHT = Instant.parse("2026-11-27T02:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path disk;

  private final Decided decided = Decided.database();

  @Test
  void a_backup_is_gzip_of_json_lines_that_say_what_they_are() throws IOException {
    Catalog catalog = decided.catalog("holidays");
    decided.image(catalog, "/a.jpg", "a", "rejected");
    decided.image(catalog, "/tab\tand\nline \"ü\".jpg", "b", "selected");
    decided.image(catalog, "/c.jpg", "c", "active");
    decided.decision(catalog, "keep", "2026-11-20T10:00:00Z", "a");
    decided.group(catalog, "/a.jpg", "/c.jpg", true);

    Backup.Result result = write(NIGHT);

    assertThat(result.summary().statuses()).isEqualTo(2);
    Path file = Path.of(result.file().orElseThrow());
    assertThat(file.getParent()).isEqualTo(disk.resolve("tables-decisions"));
    assertThat(file.getFileName().toString())
        .matches("decisions-20261127T020000000Z-[0-9a-f]{8}\\.jsonl\\.gz");
    List<JsonNode> lines = lines(file);
    assertThat(lines.get(0).path("read_me").asText()).contains("gzip of JSON lines");
    assertThat(lines.get(1).path("name").asText()).isEqualTo("holidays");
    assertThat(lines.subList(2, 4))
        .extracting(line -> line.path("path").asText() + " " + line.path("status").asText())
        .containsExactlyInAnyOrder("/a.jpg rejected", "/tab\tand\nline \"ü\".jpg selected");
    assertThat(lines.get(4).path("checksums").get(0).asText()).isEqualTo(Decided.sha("a"));
    assertThat(lines.get(5).path("kind").asText()).isEqualTo("review");
    assertThat(lines.get(6).path("lines").path("status").asInt()).isEqualTo(2);
    assertThat(lines).hasSize(7);
    try (Stream<Path> all = Files.list(file.getParent())) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void the_same_decisions_are_written_once_and_the_newest_thirty_are_kept() throws IOException {
    Catalog catalog = decided.catalog("holidays");
    assertThat(write(NIGHT).file()).isPresent();
    assertThat(write(NIGHT.plusSeconds(1)).file()).isEmpty();
    for (int night = 2; night < 34; night++) {
      decided.image(catalog, "/" + night, "" + night, "flagged");
      assertThat(write(NIGHT.plusSeconds(night)).file()).isPresent();
    }
    List<BackupFile> files = whole();
    assertThat(files).hasSize(30);
    assertThat(files.get(0).summary().statuses()).isEqualTo(32);
    assertThat(files.get(29).summary().statuses()).isEqualTo(3);
  }

  @Test
  void backups_of_a_lost_database_stay_and_the_next_one_says_that_it_is_poorer()
      throws IOException {
    Catalog catalog = decided.catalog("holidays");
    decided.image(catalog, "/a.jpg", "a", "rejected");
    write(NIGHT);
    Decided later = Decided.database();
    later.catalog("holidays");
    Backup.Result poorer = new Backup(later.connection(), folder()).write(NIGHT.plusSeconds(1));
    assertThat(poorer.isPoorer()).isTrue();
    assertThat(poorer.before().orElseThrow().statuses()).isEqualTo(1);
    assertThat(whole()).hasSize(2);
    // The one that was lost is what somebody wants who restores without a name.
    assertThat(
            new Restore(later.connection()).choose(whole(), Optional.empty()).summary().statuses())
        .isEqualTo(1);
  }

  @Test
  void an_empty_backup_hides_no_good_one_and_a_second_restore_takes_no_older_one()
      throws IOException {
    Decided older = Decided.database();
    older.image(older.catalog("holidays"), "/old.jpg", "old", "rejected");
    new Backup(older.connection(), folder()).write(NIGHT);
    decided.image(decided.catalog("holidays"), "/a.jpg", "a", "rejected");
    decided.image(decided.catalog("work"), "/w.jpg", "w", "archived");
    String lost = write(NIGHT.plusSeconds(1)).file().orElseThrow();
    Decided empty = Decided.database();
    empty.catalog("holidays");
    new Backup(empty.connection(), folder()).write(NIGHT.plusSeconds(2));

    Decided later = Decided.database();
    later.catalog("holidays");
    Backup.Result first = new Backup(later.connection(), folder()).write(NIGHT.plusSeconds(3));
    assertThat(first.before().orElseThrow().statuses()).isEqualTo(2);
    assertThat(first.isPoorer()).isTrue();
    Restore restore = new Restore(later.connection());
    BackupFile chosen = restore.choose(whole(), Optional.empty());
    assertThat(chosen.place()).isEqualTo(lost);
    restore.run(chosen, Optional.empty(), Restore.Mode.REAL, connection -> {});
    assertThat(restore.choose(whole(), Optional.empty()).place())
        .as("as in the backup already")
        .isEqualTo(lost);
    new Backup(later.connection(), folder()).write(NIGHT.plusSeconds(4));
    assertThat(restore.choose(whole(), Optional.empty()).place()).isEqualTo(whole().get(0).place());
  }

  @Test
  void a_backup_that_was_cut_or_changed_is_noticed() throws IOException {
    Catalog catalog = decided.catalog("holidays");
    decided.image(catalog, "/a.jpg", "a", "rejected");
    Path good = Path.of(write(NIGHT).file().orElseThrow());
    byte[] bytes = Files.readAllBytes(good);
    Path bad = disk.resolve("bad.jsonl.gz");

    Files.write(bad, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertDamaged(bad, "it is cut off, or no gzip of JSON lines");
    Files.write(bad, new byte[0]);
    assertDamaged(bad, "it is cut off, or no gzip of JSON lines");
    Files.writeString(bad, "no backup at all");
    assertDamaged(bad, "it is cut off, or no gzip of JSON lines");
    rewrite(good, bad, text -> text.replace("rejected", "selected"));
    assertDamaged(bad, "its lines were changed");
    rewrite(good, bad, text -> text.substring(0, text.indexOf("{\"kind\":\"end\"")));
    assertDamaged(bad, "its last line is missing");
    rewrite(good, bad, text -> text.replaceFirst("\"version\":1", "\"version\":9"));
    assertDamaged(bad, "a newer Lumina wrote it (form 9, this one reads 1)");

    Files.write(good, new byte[7]);
    assertThat(write(NIGHT.plusSeconds(1)).file())
        .as("a damaged one counts for nothing")
        .isPresent();
    List<String> told = new ArrayList<>();
    assertThat(BackupFile.in(folder(), told::add)).hasSize(1);
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains(good.toString()).contains("is damaged");
  }

  @Test
  void a_folder_without_a_backup_is_named() {
    assertThatThrownBy(this::whole)
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("There is no backup in " + disk.resolve("tables-decisions"));
  }

  private static void assertDamaged(Path file, String why) {
    assertThatThrownBy(() -> BackupFile.at(file))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("The backup " + file + " is damaged: " + why);
  }

  private static void rewrite(Path good, Path bad, java.util.function.UnaryOperator<String> change)
      throws IOException {
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(bad))) {
      out.write(change.apply(text(good)).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text(file).split("\n")) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return new String(
        new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
        StandardCharsets.UTF_8);
  }

  private Backup.Result write(Instant now) throws IOException {
    return new Backup(decided.connection(), folder()).write(now);
  }

  private List<BackupFile> whole() {
    return BackupFile.in(
        folder(),
        sentence -> {
          throw new AssertionError(sentence);
        });
  }

  private BackupFolder folder() {
    return BackupFolder.beside(disk.resolve("tables").toString(), new Configuration());
  }
}
