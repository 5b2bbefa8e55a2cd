package io.lumina.gpu.luma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine must do: the answers of the plain functions, in every bit. */
abstract class LumaContract {
  private static final int BATCH = 2_000;

  /** The engine under test. */
  abstract LumaEngine engine() throws Exception;

  /** Random lumas to compare. */
  abstract int randomLumas();

  private void check(List<byte[]> lumas) throws Exception {
    ByteRows rows = ByteRows.of(lumas);
    LumaAnswers expected = new PlainLumas().answers(rows);
    assertThat(engine().answers(rows).firstDifference(expected)).isEmpty();
  }

  @Test
  void extreme_lumas() throws Exception {
    check(LumaCases.extremes());
  }

  @Test
  void random_lumas() throws Exception {
    for (int done = 0; done < randomLumas(); done += BATCH) {
      ByteRows rows = ByteRows.of(LumaCases.random(done, Math.min(BATCH, randomLumas() - done)));
      // The reference takes as long as an engine on the host: both at once.
      CompletableFuture<LumaAnswers> expected =
          CompletableFuture.supplyAsync(() -> new PlainLumas().answers(rows));
      assertThat(engine().answers(rows).firstDifference(expected.join())).isEmpty();
    }
  }

  @Test
  void null_and_empty_rows_have_no_answer_and_leave_the_others_alone() throws Exception {
    check(LumaCases.gaps(1));
    assertThat(engine().answers(ByteRows.of(LumaCases.gaps(1))).present().cardinality())
        .isEqualTo(67 - 10);
  }

  static Stream<List<byte[]>> nothing() {
    return Stream.of(
        Arrays.asList((byte[]) null), List.of(new byte[0]), Arrays.asList(null, new byte[0], null));
  }

  @ParameterizedTest
  @MethodSource
  void nothing(List<byte[]> lumas) throws Exception {
    check(lumas);
  }

  @Test
  void a_single_row() throws Exception {
    check(LumaCases.random(4, 1));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(ints = {1, 1024, 4095, 4097, 8192})
  void another_length_is_an_error_that_names_it(int length) {
    List<byte[]> lumas = new ArrayList<>(LumaCases.random(2, 40));
    lumas.set(33, new byte[length]);
    lumas.set(34, new byte[7]);
    assertThatThrownBy(() -> engine().answers(ByteRows.of(lumas)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A luma has 4096 values (64x64), not " + length + "; decode the picture to one");
  }

  @Test
  void asked_twice_the_answer_is_the_same() throws Exception {
    ByteRows rows = ByteRows.of(LumaCases.gaps(3));
    LumaAnswers once = engine().answers(rows);
    assertThat(engine().answers(rows).firstDifference(once)).isEmpty();
  }
}
