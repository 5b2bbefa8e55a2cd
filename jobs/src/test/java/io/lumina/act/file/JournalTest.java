package io.lumina.act.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final String PLAN = "0a1b";

  @TempDir private Path folder;

  @Test
  void a_line_holds_words_of_any_characters() {
    List<String> words = List.of("a\tb", "new\nline\r", "back\\slash\\n", "", "été 🌋");
    JournalLine line = new JournalLine(3, words);

    assertThat(line.text()).endsWith("\n").doesNotContain("new\nline");
    assertThat(JournalLine.read(line.text().substring(0, line.text().length() - 1), 3))
        .hasValue(line);
    assertThat(JournalLine.read(line.text().stripTrailing(), 4)).isEmpty();
  }

  @Test
  void a_line_that_was_half_written_is_taken_off_and_the_journal_goes_on() throws IOException {
    Path file = written(3);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));

    assertThat(JournalState.of(file, PLAN).isCutShort()).isTrue();
    try (Journal journal = Journal.open(file, PLAN)) {
      assertThat(journal.state().mark(1)).hasValue(Mark.DONE);
      assertThat(journal.state().mark(2)).hasValue(Mark.BEGUN);
      journal.mark(operation(2), Mark.DONE, "");
    }

    JournalState state = JournalState.of(file, PLAN);
    assertThat(state.isCutShort()).isFalse();
    assertThat(state.mark(2)).hasValue(Mark.DONE);
    assertThat(state.mark(3)).isEmpty();
  }

  @Test
  void a_flipped_bit_is_found_wherever_it_is() throws IOException {
    Path file = written(20);
    byte[] bytes = Files.readAllBytes(file);
    Random random = new Random(15);
    for (int round = 0; round < 200; round++) {
      byte[] flipped = bytes.clone();
      int place = random.nextInt(bytes.length);
      flipped[place] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      if (place == bytes.length - 1) {
        assertThat(JournalState.of(file, PLAN).isCutShort()).isTrue();
        continue;
      }
      assertThatThrownBy(() -> JournalState.of(file, PLAN))
          .isInstanceOfSatisfying(
              LuminaException.class,
              found -> assertThat(found.exit()).isEqualTo(ExitCode.SAFETY_GUARD))
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void a_line_that_was_taken_out_is_found() throws IOException {
    Path file = written(5);
    List<String> lines = Files.readAllLines(file);
    Files.write(
        file,
        java.util.stream.Stream.concat(
                lines.subList(0, 4).stream(), lines.subList(5, lines.size()).stream())
            .toList());

    assertThatThrownBy(() -> JournalState.of(file, PLAN)).hasMessageContaining("Line 5");
  }

  @Test
  void the_journal_of_another_plan_is_not_taken() throws IOException {
    Path file = written(1);

    assertThatThrownBy(() -> Journal.open(file, "ffff"))
        .isInstanceOf(LuminaException.class)
        .hasMessageContaining("not that of plan ffff");
  }

  private Path written(int operations) throws IOException {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file, PLAN)) {
      for (int i = 0; i < operations; i++) {
        journal.mark(operation(i), Mark.BEGUN, "");
        journal.mark(operation(i), Mark.DONE, "");
      }
    }
    return file;
  }

  private static Operation operation(long number) {
    return new Operation(
        number,
        "unit",
        OperationKind.MOVE,
        Path.of("/a/été " + number),
        Path.of("/b/" + number),
        "0".repeat(64),
        number,
        Instant.EPOCH,
        "made",
        List.of());
  }
}
