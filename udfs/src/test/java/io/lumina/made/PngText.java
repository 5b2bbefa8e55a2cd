package io.lumina.made;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A small PNG with a text chunk behind its header. */
public final class PngText {
  /** Signature and header. */
  private static final int HEADER = 33;

  private PngText() {}

  /** The file with one text, such as {@code date:create}. */
  public static byte[] of(String key, String text) {
    byte[] plain = MadePicture.of(1, 16, 8).as("png");
    byte[] said = (key + '\0' + text).getBytes(StandardCharsets.ISO_8859_1);
    return MadeBytes.big()
        .add(Arrays.copyOf(plain, HEADER))
        .add(MadeBytes.chunk("tEXt", said))
        .add(Arrays.copyOfRange(plain, HEADER, plain.length))
        .done();
  }
}
