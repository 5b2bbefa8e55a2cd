package io.lumina.scan.list;

import java.util.Objects;

/**
 * One name of a file that has several.
 *
 * @param key device and inode, which all names of the file share
 * @param names how many there are, those outside of the sources too
 */
record HardLink(String key, int names) {
  HardLink {
    Objects.requireNonNull(key, "key");
    if (names < 2) {
      throw new IllegalArgumentException("A file with " + names + " names has no other one");
    }
  }
}
