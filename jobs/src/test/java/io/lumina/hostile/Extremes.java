package io.lumina.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Values that no honest file holds: the least, the greatest, and what is no value at all. */
final class Extremes {
  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    7,
    9,
    127,
    255,
    0x7FFF,
    0xFFFF,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0xFFFF_FFFFL,
    1_550_000_000L,
    1_550_000_000_002L,
    1_550_000_000_002_000L,
    -62_135_596_801L,
    253_402_300_799L,
    253_402_300_800L,
    -31_557_014_167_219_201L,
    31_556_889_864_403_199L,
    9_223_372_036_854L,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private static final double[] REALS = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    0,
    -0.0,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    1e19,
    90.0000001,
    -180.5
  };

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "a\0b",
          "\uD800",
          "x\uDFFFy",
          "\u0001\u001B[31m\u0085\u009F",
          "\\N",
          "\\.",
          "\\u0000",
          "\t\r\n",
          "'; DROP TABLE lumina.images; --",
          "</script><b>",
          "\uFFFE\uFFFF\uFDD0",
          "\u202Eabc",
          "NaN",
          "-Infinity",
          "1/0",
          "-1/0",
          "0/0",
          "1e400",
          "9".repeat(400),
          "{\"a\":",
          "-5",
          "6",
          "150%");

  private static final List<String> DATES =
      List.of(
          "0000:00:00 00:00:00",
          "    :  :     :  :  ",
          "9999:12:31 23:59:60",
          "9999:12:31 23:59:59",
          "9999-12-31T23:59:59-18:00",
          "1800-01-01T00:00:00+18:00",
          "1799:12:31 23:59:59",
          "0001-01-01T00:00:00Z",
          "+292278994-08-17T07:12:55Z",
          "-999999999-01-01T00:00:00Z",
          "99999:01:01 00:00:00",
          "2015:02:30 24:00:00",
          "2015:06:07 24:61:61",
          "Sun Jan 01 00:00:00 99999",
          "Sat, 1 Jan 0000 00:00:00 GMT",
          "2015",
          "2015:06:07 08:09:10.99999999999999999999+99:99");

  private final Random random;

  Extremes(Random random) {
    this.random = random;
  }

  boolean once(int times) {
    return random.nextInt(times) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  long number() {
    return once(4) ? random.nextLong() : NUMBERS[random.nextInt(NUMBERS.length)];
  }

  double real() {
    return once(4)
        ? Double.longBitsToDouble(random.nextLong())
        : REALS[random.nextInt(REALS.length)];
  }

  /** One in fifty is of a megabyte. */
  String text() {
    if (once(50)) {
      return pick(TEXTS) + "\u00E9".repeat(1 << 19);
    }
    return once(3) ? pick(TEXTS) + pick(TEXTS) : pick(TEXTS);
  }

  String date() {
    return once(5) ? text() : pick(DATES);
  }

  /** A text, or a number as a text. */
  String word() {
    return switch (random.nextInt(4)) {
      case 0 -> Long.toString(number());
      case 1 -> Double.toString(real());
      case 2 -> date();
      default -> text();
    };
  }

  /** A text as bytes of some encoding, or bytes of none. */
  byte[] bytes() {
    byte[] noise = new byte[random.nextInt(40)];
    random.nextBytes(noise);
    Charset charset =
        once(2)
            ? StandardCharsets.UTF_8
            : once(2) ? StandardCharsets.UTF_16LE : Charset.forName("GB18030");
    return once(4) ? noise : word().getBytes(charset);
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** The same bytes with some of them changed, and perhaps without an end. */
  byte[] mutant(byte[] content) {
    byte[] mutant = content.clone();
    for (int i = random.nextInt(8); i > 0 && mutant.length > 0; i--) {
      mutant[random.nextInt(mutant.length)] = (byte) (once(4) ? 0xFF : random.nextInt());
    }
    return once(5) ? java.util.Arrays.copyOf(mutant, random.nextInt(mutant.length + 1)) : mutant;
  }
}
