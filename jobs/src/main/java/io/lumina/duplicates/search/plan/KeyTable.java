package io.lumina.duplicates.search.plan;

/**
 * Hashes in the order of a key, by counting sort: those of key k lie at {@code start(k)} to {@code
 * end(k)}.
 */
public final class KeyTable {
  private final int[] start;
  private final int[] end;
  private final int[] order;

  private KeyTable(int[] start, int[] end, int[] order) {
    this.start = start;
    this.end = end;
    this.order = order;
  }

  /**
   * Sorts positions by their keys.
   *
   * @param keys one key a position, each below {@code 1 << bits}
   */
  public static KeyTable of(int[] keys, int bits) {
    int[] start = new int[1 << bits];
    for (int key : keys) {
      start[key]++;
    }
    int sum = 0;
    for (int key = 0; key < start.length; key++) {
      int count = start[key];
      start[key] = sum;
      sum += count;
    }
    int[] end = start.clone();
    int[] order = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      order[end[keys[i]]++] = i;
    }
    return new KeyTable(start, end, order);
  }

  /** Enough bits that most buckets of {@code count} keys hold one or none, but no more. */
  public static int usefulBits(int keyBits, int count) {
    int wanted = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count)) + 1;
    return Math.min(keyBits, Math.max(4, wanted));
  }

  public int keys() {
    return start.length;
  }

  public int start(int key) {
    return start[key];
  }

  public int end(int key) {
    return end[key];
  }

  /** Ends the bucket earlier: what lies behind is dropped. */
  public void shrink(int key, int newEnd) {
    end[key] = newEnd;
  }

  /** The position, in the order of the input, that lies at a place. */
  public int at(int place) {
    return order[place];
  }

  /** Exchanges two places of one bucket. */
  public void swap(int a, int b) {
    int kept = order[a];
    order[a] = order[b];
    order[b] = kept;
  }
}
