package io.lumina.duplicates.search.shard;

/** Sorts references to records by hash, then evidence, then id: a heap sort, in place. */
final class RecordSort {
  private final long[] records;
  private final int width;
  private final int[] refs;
  private final int from;

  private RecordSort(long[] records, int width, int[] refs, int from) {
    this.records = records;
    this.width = width;
    this.refs = refs;
    this.from = from;
  }

  static void sort(long[] records, int width, int[] refs, int from, int to) {
    RecordSort sort = new RecordSort(records, width, refs, from);
    int size = to - from;
    for (int root = size / 2 - 1; root >= 0; root--) {
      sort.sink(root, size);
    }
    for (int last = size - 1; last > 0; last--) {
      sort.swap(0, last);
      sort.sink(0, last);
    }
  }

  private void sink(int root, int size) {
    int parent = root;
    while (2 * parent + 1 < size) {
      int child = 2 * parent + 1;
      if (child + 1 < size && compare(child, child + 1) < 0) {
        child++;
      }
      if (compare(parent, child) >= 0) {
        return;
      }
      swap(parent, child);
      parent = child;
    }
  }

  private void swap(int a, int b) {
    int kept = refs[from + a];
    refs[from + a] = refs[from + b];
    refs[from + b] = kept;
  }

  private int compare(int a, int b) {
    int atA = refs[from + a] * width;
    int atB = refs[from + b] * width;
    int order = Long.compare(records[atA], records[atB]);
    for (int i = SearchRecord.EVIDENCE; order == 0 && i < width; i++) {
      order = Long.compare(records[atA + i], records[atB + i]);
    }
    return order != 0
        ? order
        : Long.compare(records[atA + SearchRecord.ID], records[atB + SearchRecord.ID]);
  }
}
