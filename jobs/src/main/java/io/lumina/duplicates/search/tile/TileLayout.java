package io.lumina.duplicates.search.tile;

import io.lumina.duplicates.search.plan.HashSample;
import java.io.Serializable;

/**
 * Numbers the pairs of tiles of all passes: tile a beside tile b, a at most b.
 *
 * @param passes one for each hash
 * @param tiles parts of the hashes of a pass
 */
public record TileLayout(int passes, int tiles) implements Serializable {
  /** Longs that a task holds of one tile: 256 MiB. */
  static final long LONGS_PER_TILE = 1L << 25;

  private static final int MOST_TILES = 64;

  /** As few tiles as memory allows, but as many tasks a pass as asked for. */
  public static TileLayout of(int passes, long hashes, int width, int tasks) {
    int tiles = 1;
    while (tiles < MOST_TILES
        && (hashes * width / tiles > LONGS_PER_TILE || tiles * (tiles + 1) / 2 < tasks)) {
      tiles++;
    }
    return new TileLayout(passes, tiles);
  }

  public int tasks() {
    return passes * tasksPerPass();
  }

  /** The task that compares two tiles, in any order. */
  int task(int pass, int tile, int other) {
    int a = Math.min(tile, other);
    int b = Math.max(tile, other);
    return pass * tasksPerPass() + b * (b + 1) / 2 + a;
  }

  int passOf(int task) {
    return task / tasksPerPass();
  }

  /** Whether a task compares a tile with itself. */
  boolean isDiagonal(int task) {
    int within = task % tasksPerPass();
    int b = 0;
    while ((b + 1) * (b + 2) / 2 <= within) {
      b++;
    }
    return within - b * (b + 1) / 2 == b;
  }

  /** Equal hashes are in one tile. */
  int tileOf(long hash) {
    return (int) Long.remainderUnsigned(HashSample.mix(hash), tiles);
  }

  private int tasksPerPass() {
    return tiles * (tiles + 1) / 2;
  }
}
