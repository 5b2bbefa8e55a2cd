package io.lumina.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedDataIT {
  @TempDir Path home;

  @Test
  void damaged_data_are_left_alone_until_somebody_asks_and_then_put_aside() throws Exception {
    EmbeddedServer.open(home).close();
    // Half of the control file, then the write-ahead log, then the version: three ways to be
    // damaged.
    Path control = home.resolve("postgres/global/pg_control");
    byte[] good = Files.readAllBytes(control);
    Files.write(control, new byte[good.length / 2]);
    assertDamaged("database files are incompatible with server");
    Files.write(control, new byte[0]);
    assertDamaged("pg_control is missing or empty");
    Files.write(control, good);
    try (Stream<Path> log = Files.list(home.resolve("postgres/pg_wal"))) {
      for (Path file : log.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertDamaged("checkpoint record");
    Files.delete(home.resolve("postgres/PG_VERSION"));
    assertDamaged("PG_VERSION is missing");

    List<Path> aside = new ArrayList<>();
    try (EmbeddedServer empty = EmbeddedServer.openOrReplace(home, aside::add, words -> {})) {
      assertThat(new Ask(new Database(empty.settings())).one("SELECT 1")).isEqualTo("1");
    }
    assertThat(aside).hasSize(1);
    assertThat(aside.get(0).getFileName().toString()).matches("postgres-damaged-\\d{8}T\\d{6}Z");
    assertThat(aside.get(0).resolve("global/pg_control")).hasBinaryContent(good);
    assertThat(home.resolve(aside.get(0).getFileName() + "-password")).exists();
  }

  @Test
  void a_creation_that_was_cut_off_begins_anew() throws IOException {
    Path half = Files.createDirectories(home.resolve("postgres-partial/global"));
    Files.writeString(half.resolve("pg_control"), "half");
    Files.writeString(home.resolve("postgres-password"), "ha");
    try (EmbeddedServer server = EmbeddedServer.open(home)) {
      assertThat(new Ask(new Database(server.settings())).one("SELECT 1")).isEqualTo("1");
    }
  }

  private void assertDamaged(String why) throws IOException {
    assertThatThrownBy(() -> EmbeddedServer.open(home))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.UNEXPECTED))
        .hasMessageContaining(home.resolve("postgres") + " is damaged (")
        .hasMessageContaining(why)
        .hasMessageContaining("lumina restore")
        .message()
        .doesNotContain("\n");
    assertThat(home.resolve("postgres/global")).isDirectory();
    assertThat(home.resolve("postgres-owner")).doesNotExist();
  }
}
