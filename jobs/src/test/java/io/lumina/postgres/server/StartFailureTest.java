package io.lumina.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFailureTest {
  private static final String SAID = "Examine the log output.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PANIC:  could not locate a valid checkpoint record at 0/1C1E468 | DAMAGED",
        "FATAL:  could not open file \"global/pg_control\": No such file or directory | DAMAGED",
        "PANIC:  could not write to file \"pg_wal/xlogtemp.9\": No space left on device |"
            + " TEMPORARY",
        "FATAL:  could not map anonymous shared memory: Cannot allocate memory | TEMPORARY",
        "FATAL:  data directory \"/h/postgres\" has invalid permissions | SETUP",
        "FATAL:  could not open file \"postmaster.pid\": Permission denied | SETUP",
        "LOG:  startup process (PID 7) was terminated by signal 9: Killed | TEMPORARY",
        "FATAL:  could not create any TCP/IP sockets | PORT",
        "PANIC:  could not read file \"global/pg_control\": Input/output error | TEMPORARY",
        "FATAL:  could not open file \"base/1/112\": Stale file handle | TEMPORARY",
        "FATAL:  could not open file \"PG_VERSION\": Connection timed out | TEMPORARY",
        "PANIC:  could not open file \"pg_wal/01\": Device or resource busy | TEMPORARY",
        "FATAL:  could not read file \"x\": Resource temporarily unavailable | TEMPORARY",
        "FATAL:  could not load /h/postgres/pg_hba.conf | SETUP",
        "FATAL:  could not load /h/postgres/pg_ident.conf | SETUP",
        "FATAL:  could not load library \"/b/lib/dict_snowball.so\": no such symbol | SETUP",
      })
  void the_last_grave_line_says_what_can_be_done(String line, StartFailure.Kind kind) {
    StartFailure failure =
        StartFailure.of(
            List.of(
                "2026-11-27 02:00:00.123 UTC [7] LOG:  starting PostgreSQL 17.11",
                "2026-11-27 02:00:01.123 UTC [7] " + line,
                "2026-11-27 02:00:01.200 UTC [7] LOG:  database system is shut down"),
            SAID);
    assertThat(failure.kind()).isEqualTo(kind);
    if (line.matches("(PANIC|FATAL).*")) {
      assertThat(failure.words()).isEqualTo(line.replaceFirst("^[A-Z]+: +", ""));
    }
  }

  @Test
  void a_full_disk_is_worth_another_try_and_wrong_rights_are_not() {
    Path home = Path.of("/home/of");
    LuminaException full =
        StartFailure.of(
                List.of("[1] FATAL:  could not write lock file: No space left on device"), SAID)
            .told(home);
    assertThat(full.exit()).isEqualTo(ExitCode.TEMPORARY);
    assertThat(full)
        .hasMessage(
            "The database in /home/of does not start: could not write lock file: No space left on"
                + " device; make room on its disk and run it again");
    LuminaException rights =
        StartFailure.of(List.of("[1] FATAL:  could not open it: Permission denied"), SAID)
            .told(home);
    assertThat(rights.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(rights).hasMessageEndingWith("all of its log is in /home/of/postgres.log");
  }
}
