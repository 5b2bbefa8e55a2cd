package io.lumina.identity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * A file as it lies on a disk.
 *
 * @param content number of its content
 * @param size bytes
 * @param time modification time in seconds
 */
record Lying(int content, int size, long time) {

  /** Of a third of the folders all contents have one size; no two folders share any. */
  static int sizeOf(int content) {
    int folder = (content - 1) / 1000;
    return 64 + folder % 1000 * 40 + (folder % 3 == 0 ? 0 : content % 37);
  }

  /** What a scan sees of it. */
  String stamp() {
    return size + " bytes of " + time;
  }

  Lying at(long otherTime) {
    return new Lying(content, size, otherTime);
  }

  /** Bytes that no other content has, and that are no picture. */
  byte[] bytes() {
    byte[] bytes = new byte[size];
    new Random(content).nextBytes(bytes);
    byte[] number = ("content " + content + " ").getBytes(StandardCharsets.UTF_8);
    System.arraycopy(number, 0, bytes, 0, number.length);
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public String toString() {
    return "content " + content + " (" + stamp() + ")";
  }
}
