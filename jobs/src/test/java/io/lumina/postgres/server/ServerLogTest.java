package io.lumina.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
  @TempDir Path home;

  @Test
  void a_small_log_grows_on() throws IOException {
    Files.writeString(home.resolve("postgres.log"), "one\ntwo\n");
    ServerLog log = new ServerLog(home);
    log.prune();
    assertThat(log.size()).isEqualTo(8);
    assertThat(log.since(4)).containsExactly("two");
  }

  @Test
  void a_large_log_makes_room_and_one_before_it_is_kept() throws IOException {
    Files.write(home.resolve("postgres.log"), new byte[6 << 20]);
    Files.writeString(home.resolve("postgres.log.1"), "older");
    new ServerLog(home).prune();
    assertThat(home.resolve("postgres.log")).doesNotExist();
    assertThat(home.resolve("postgres.log.1")).hasSize(6 << 20);
  }

  @Test
  void what_is_old_goes() throws IOException {
    Path older = Files.writeString(home.resolve("postgres.log.1"), "older");
    Files.setLastModifiedTime(older, FileTime.from(Instant.now().minus(100, ChronoUnit.DAYS)));
    new ServerLog(home).prune();
    assertThat(older).doesNotExist();
  }
}
