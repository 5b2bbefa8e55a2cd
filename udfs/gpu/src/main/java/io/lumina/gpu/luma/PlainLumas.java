package io.lumina.gpu.luma;

import io.lumina.hash.AverageHash;
import io.lumina.hash.DifferenceHash;
import io.lumina.hash.Pdq;
import io.lumina.hash.PdqHash;
import io.lumina.hash.WaveletHash;
import io.lumina.quality.Sharpness;
import java.util.Arrays;
import java.util.BitSet;

/** The reference: the functions of {@code io.lumina.hash} and {@code quality}, row by row. */
public final class PlainLumas implements LumaEngine {

  @Override
  public LumaAnswers answers(ByteRows lumas) {
    int[] offsets = lumas.offsets();
    BitSet present = (BitSet) lumas.present().clone();
    for (int row = 0; row < lumas.count(); row++) {
      if (offsets[row] == offsets[row + 1]) {
        present.clear(row);
      }
    }
    LumaAnswers answers = LumaAnswers.empty(present, lumas.count());
    int answer = 0;
    for (int row = present.nextSetBit(0); row >= 0; row = present.nextSetBit(row + 1)) {
      byte[] luma = Arrays.copyOfRange(lumas.data(), offsets[row], offsets[row + 1]);
      answers.dhash()[row] = DifferenceHash.ofLuma(luma);
      answers.ahash()[row] = AverageHash.ofLuma(luma);
      answers.whash()[row] = WaveletHash.ofLuma(luma);
      PdqHash pdq = Pdq.ofLuma(luma);
      System.arraycopy(pdq.bits(), 0, answers.pdq(), PdqHash.BYTES * answer, PdqHash.BYTES);
      answers.pdqQuality()[row] = pdq.quality();
      answers.sharpness()[row] = Sharpness.ofLuma(luma);
      answer++;
    }
    return answers;
  }
}
