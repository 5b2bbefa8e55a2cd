package io.lumina.duplicates.search.shard;

import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.search.plan.KeyTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The records of one shard in the order of their keys, equal ones once. Hashes lie in an array of
 * their own, since most comparisons need no more.
 */
public final class ShardNodes {
  private final int width;
  private final long[] records;
  private final long[] hash;
  private final int[] record;
  private final KeyTable table;
  private final Bucket all;
  private final Map<Integer, PackedLongs> sharers = new HashMap<>();

  /**
   * Sorts records.
   *
   * @param records {@code width} longs each: the hash, and where the width is above 1 the id and
   *     the evidence
   * @param keys one key a record
   * @param repeats is told of each record that equals another, and of that other; not of turned
   *     ones, which are no pair
   */
  public ShardNodes(int width, long[] records, int[] keys, int keyBits, RepeatSink repeats) {
    this.width = width;
    this.records = records;
    this.table = KeyTable.of(keys, keyBits);
    this.hash = new long[keys.length];
    this.record = new int[keys.length];
    for (int place = 0; place < keys.length; place++) {
      record[place] = table.at(place);
      hash[place] = records[record[place] * width];
    }
    int[] places = new int[hash.length];
    for (int place = 0; place < places.length; place++) {
      places[place] = place;
    }
    this.all = new Bucket(hash, places, 0, places.length);
    for (int key = 0; key < table.keys(); key++) {
      if (table.end(key) - table.start(key) > 1) {
        collapse(key, repeats);
      }
    }
  }

  public int places() {
    return hash.length;
  }

  public KeyTable table() {
    return table;
  }

  /** All places, in the order of the table. */
  public Bucket all() {
    return all;
  }

  /** What names the node at a place: its id, or its hash where it has none. */
  long id(int place) {
    return width == 1 ? hash[place] : records[record[place] * width + SearchRecord.ID];
  }

  /** Whether the node at a place is a turned picture. */
  boolean isTurned(int place) {
    return width > 1 && Facts.isTurned(Evidence.facts(records, evidenceAt(place)));
  }

  /** The ids of all turned pictures that look like the one at a place, each once. */
  long[] sharers(int place) {
    PackedLongs ids = sharers.get(place);
    return ids == null ? new long[] {id(place)} : ids.toArray();
  }

  /** One of {@link #sharers} that is another picture than the given one; that one if none is. */
  long otherSharer(int place, long than) {
    PackedLongs ids = sharers.get(place);
    return id(place) != than || ids == null || ids.size() == 1 ? id(place) : ids.get(1);
  }

  public long[] records() {
    return records;
  }

  /** Where the evidence of the node at a place begins in {@link #records()}. */
  public int evidenceAt(int place) {
    return record[place] * width + SearchRecord.EVIDENCE;
  }

  private void collapse(int key, RepeatSink repeats) {
    int from = table.start(key);
    int to = table.end(key);
    if (width == 1) {
      Arrays.sort(hash, from, to);
    } else {
      RecordSort.sort(records, width, record, from, to);
      for (int place = from; place < to; place++) {
        hash[place] = records[record[place] * width];
      }
    }
    int last = from;
    for (int place = from + 1; place < to; place++) {
      if (equal(last, place)) {
        repeat(last, place, repeats);
      } else {
        last++;
        hash[last] = hash[place];
        record[last] = record[place];
      }
    }
    table.shrink(key, last + 1);
  }

  private void repeat(int kept, int dropped, RepeatSink repeats) {
    if (!isTurned(kept)) {
      repeats.repeated(id(kept), id(dropped));
      return;
    }
    PackedLongs ids = sharers.computeIfAbsent(kept, any -> new PackedLongs());
    if (ids.size() == 0) {
      ids.add(id(kept));
    }
    // Equal records come by id, so two turns of one symmetric picture are neighbours.
    if (ids.get(ids.size() - 1) != id(dropped)) {
      ids.add(id(dropped));
    }
  }

  private boolean equal(int a, int b) {
    if (hash[a] != hash[b]) {
      return false;
    }
    return width == 1
        || Arrays.equals(
            records,
            evidenceAt(a),
            evidenceAt(a) + Evidence.WORDS,
            records,
            evidenceAt(b),
            evidenceAt(b) + Evidence.WORDS);
  }

  /** Is told of equal records. */
  public interface RepeatSink {
    void repeated(long kept, long dropped);
  }
}
