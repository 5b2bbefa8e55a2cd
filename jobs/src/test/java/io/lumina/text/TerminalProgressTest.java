package io.lumina.text;

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
    TerminalProgress progress = new TerminalProgress("report", out, true);
    progress.total(1_000);
    assertThat(progress.line(9, 90)).isEqualTo("report 9 of 1,000 (0 %, 0.1/s)");
    assertThat(progress.line(10, 100))
        .isEqualTo("report 10 of 1,000 (1 %, 0.1/s, 2 h 45 min left)");
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
