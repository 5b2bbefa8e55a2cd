package io.lumina.gpu.luma;

import io.lumina.gpu.HostProgram;

/** The kernels, compiled for the host. */
final class HostLumas implements LumaEngine {
  private final HostProgram program;

  HostLumas(HostProgram program) {
    this.program = program;
  }

  @Override
  public LumaAnswers answers(ByteRows lumas) {
    int count = lumas.count();
    program.send(lumas);
    program.flush();
    int[] report = program.receiveInts(2);
    int[] mask = program.receiveInts(ByteRows.words(count));
    long[] dhash = program.receiveLongs(count);
    long[] ahash = program.receiveLongs(count);
    long[] whash = program.receiveLongs(count);
    int[] places = program.receiveInts(count + 1);
    byte[] pdq = program.receiveBytes(places[count]);
    int[] quality = program.receiveInts(count);
    double[] sharpness = program.receiveDoubles(count);
    RowReport.of(report[0], report[1])
        .wrong()
        .ifPresent(
            row -> {
              throw RowReport.wrongLuma(lumas.offsets()[row + 1] - lumas.offsets()[row]);
            });
    return new LumaAnswers(
        ByteRows.bits(mask, count), dhash, ahash, whash, pdq, quality, sharpness);
  }
}
