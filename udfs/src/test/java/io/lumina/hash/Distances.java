package io.lumina.hash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bits of difference over many pictures. */
final class Distances {
  private final List<Integer> bits = new ArrayList<>();

  void add(int distance) {
    bits.add(distance);
  }

  double mean() {
    return bits.stream().mapToInt(Integer::intValue).average().orElseThrow();
  }

  /** The smallest distance that so many per cent of the pictures do not exceed. */
  int percentile(int percent) {
    List<Integer> sorted = new ArrayList<>(bits);
    Collections.sort(sorted);
    return sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }

  @Override
  public String toString() {
    return "%d pictures, mean %.3f, median %d, 99th percentile %d, largest %d"
        .formatted(bits.size(), mean(), percentile(50), percentile(99), percentile(100));
  }
}
