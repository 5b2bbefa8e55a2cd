package io.lumina.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunIdTest {
  private static final Instant START = Instant.parse("2026-01-31T02:03:04.5Z");

  @ParameterizedTest
  @CsvSource({
    "holiday, 20260131T020304-scan-holiday",
    "Ferien am Meer é, 20260131T020304-scan-ferien-am-meer-e",
    "'../x; rm -rf', 20260131T020304-scan-x-rm-rf",
    "写真, 20260131T020304-scan-catalog",
  })
  void a_run_id_says_when_what_and_where(String catalog, String expected) {
    assertThat(RunId.of(START, "scan", catalog)).isEqualTo(expected);
  }

  @Test
  void a_long_name_is_cut() {
    assertThat(RunId.of(START, "scan", "x".repeat(100))).endsWith("-" + "x".repeat(40));
  }
}
