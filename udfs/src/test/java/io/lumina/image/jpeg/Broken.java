package io.lumina.image.jpeg;

import java.util.Arrays;
import java.util.Random;

/** Files broken on purpose: bits flipped, bytes of all ones, pieces cut out, ends cut off. */
public final class Broken {
  private Broken() {}

  /** A broken copy. */
  public static byte[] of(byte[] sound, Random random) {
    byte[] broken = sound.clone();
    int from = random.nextInt(4) == 0 ? 2 : Math.min(650, broken.length / 2);
    int flips = random.nextInt(4);
    for (int i = 0; i < flips; i++) {
      broken[from + random.nextInt(broken.length - from)] ^= (byte) (1 << random.nextInt(8));
    }
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(broken, from + random.nextInt(broken.length - from));
      case 1 -> without(broken, from, random);
      case 2 -> filled(broken, from, random, (byte) 0);
      case 3 -> filled(broken, from, random, (byte) -1);
      case 4 -> longer(broken, random);
      default -> broken;
    };
  }

  private static byte[] without(byte[] content, int from, Random random) {
    int at = from + random.nextInt(content.length - from);
    int behind = Math.min(content.length, at + 1 + random.nextInt(40));
    byte[] cut = Arrays.copyOf(content, content.length - behind + at);
    System.arraycopy(content, behind, cut, at, content.length - behind);
    return cut;
  }

  private static byte[] filled(byte[] content, int from, Random random, byte value) {
    int at = from + random.nextInt(content.length - from);
    Arrays.fill(content, at, Math.min(content.length, at + 1 + random.nextInt(300)), value);
    return content;
  }

  /** Some bytes more before the last marker. */
  private static byte[] longer(byte[] content, Random random) {
    int more = 1 + random.nextInt(12);
    byte[] longer = Arrays.copyOf(content, content.length + more);
    System.arraycopy(content, content.length - 2, longer, longer.length - 2, 2);
    Arrays.fill(longer, content.length - 2, longer.length - 2, (byte) random.nextInt(255));
    return longer;
  }
}
