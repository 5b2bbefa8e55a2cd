package io.lumina.duplicates.group;

import java.util.Objects;

/**
 * Bytes that several names hold: hard links of one file. They are free when the last name goes.
 *
 * @param file what all of its names share
 * @param names how many it has, those that no catalog knows too
 */
record SharedBytes(String file, int names) {
  SharedBytes {
    Objects.requireNonNull(file, "file");
  }
}
