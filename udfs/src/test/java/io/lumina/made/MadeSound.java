package io.lumina.made;

/** A recording of one tone. */
public final class MadeSound {
  private static final int RATE = 8000;

  private MadeSound() {}

  /** A WAV of 16-bit samples. */
  public static byte[] wav(int seconds) {
    int bytes = 2 * RATE * seconds;
    MadeBytes out = MadeBytes.little().text("RIFF").u32(36 + bytes).text("WAVEfmt ").u32(16);
    out.u16(1).u16(1).u32(RATE, 2 * RATE).u16(2).u16(16).text("data").u32(bytes);
    for (int i = 0; i < RATE * seconds; i++) {
      out.u16((short) (8000 * Math.sin(2 * Math.PI * 440 * i / RATE)));
    }
    return out.done();
  }
}
