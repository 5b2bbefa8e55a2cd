package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void a_terminal_has_one_line_that_goes_when_the_step_is_done() {
    TerminalProgress progress = new TerminalProgress("analyze", out, true);
    progress.total(10);
    progress.current(1);
    progress.done();
    assertThat(text()).startsWith("\r\u001b[Kanalyze").endsWith("\r\u001b[K").doesNotContain("\n");
  }

  @Test
  void a_file_has_no_line_of_a_short_step_and_no_control_characters() {
    TerminalProgress progress = new TerminalProgress("analyze", out, false);
    progress.total(10);
    progress.current(10);
    progress.done();
    assertThat(text()).isEmpty();
  }

  @Test
  void what_is_left_is_not_told_from_less_than_a_hundredth() {
    TerminalProgress early = new TerminalProgress("report", out, true);
    early.total(1_000);
    early.current(9);
    assertThat(text()).contains("report 9 of 1,000").doesNotContain("left");
    TerminalProgress later = new TerminalProgress("report", out, true);
    later.total(1_000);
    later.current(10);
    assertThat(text()).contains("report 10 of 1,000").contains("left");
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
