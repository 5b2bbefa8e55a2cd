package io.lumina.image.jpeg;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the application segments before the first scan say of the components' colours. */
final class Colours {
  private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
  private static final int[] RGB = {'R', 'G', 'B'};

  private boolean jfif;
  private boolean adobe;
  private int transform;

  /** Takes in an APP0 or APP14 segment; false never, since there may be any. */
  boolean take(byte[] content, int at, int behind) {
    boolean first = Markers.u8(content, at + 1) == 0xe0;
    if (first && behind - at >= 18 && begins(content, at + 4, JFIF)) {
      jfif = true;
    } else if (!first && behind - at >= 16 && begins(content, at + 4, ADOBE)) {
      adobe = true;
      transform = Markers.u8(content, at + 15);
    }
    return true;
  }

  private static boolean begins(byte[] content, int at, byte[] name) {
    return Arrays.equals(content, at, at + name.length, name, 0, name.length);
  }

  /** As libjpeg guesses. */
  boolean isRgb(Frame frame) {
    boolean named = !adobe && Arrays.equals(frame.ids(), RGB);
    return frame.ids().length == 3 && !jfif && (named || adobe && transform == 0);
  }
}
