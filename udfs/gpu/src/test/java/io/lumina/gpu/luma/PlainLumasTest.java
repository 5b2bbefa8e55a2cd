package io.lumina.gpu.luma;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.hash.DifferenceHash;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainLumasTest extends LumaContract {
  @Override
  LumaEngine engine() {
    return new PlainLumas();
  }

  @Override
  int randomLumas() {
    return 1_000;
  }

  @Test
  void a_difference_in_any_answer_is_seen() {
    ByteRows rows = ByteRows.of(LumaCases.random(9, 3));
    LumaAnswers good = new PlainLumas().answers(rows);
    LumaAnswers spoilt = new PlainLumas().answers(rows);
    spoilt.sharpness()[1] = Math.nextUp(spoilt.sharpness()[1]);
    assertThat(good.firstDifference(spoilt).orElseThrow()).startsWith("row 1: sharpness is ");
    spoilt.pdq()[70] ^= 1;
    assertThat(good.firstDifference(spoilt)).contains("answer 2: pdq differs");
    spoilt.dhash()[0]++;
    assertThat(good.firstDifference(spoilt).orElseThrow()).startsWith("row 0: dhash is ");
    spoilt.present().clear(2);
    assertThat(good.firstDifference(spoilt)).contains("row 2: one has an answer, the other none");
  }

  @Test
  void random_lumas_differ_from_each_other() {
    List<byte[]> lumas = LumaCases.random(5, 600);
    assertThat(lumas.stream().map(DifferenceHash::ofLuma).distinct().count()).isGreaterThan(400);
  }
}
