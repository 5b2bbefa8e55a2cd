package io.lumina.made;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A recording of one tone. */
public final class MadeSound {
  private static final int RATE = 8000;

  private MadeSound() {}

  /** A WAV of 16-bit samples. */
  public static byte[] wav(int seconds) {
    int bytes = 2 * RATE * seconds;
    ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put(text("RIFF")).putInt(36 + bytes).put(text("WAVEfmt ")).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    out.putShort((short) 2).putShort((short) 16).put(text("data")).putInt(bytes);
    for (int i = 0; i < RATE * seconds; i++) {
      out.putShort((short) (8000 * Math.sin(2 * Math.PI * 440 * i / RATE)));
    }
    return out.array();
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }
}
