package io.lumina.duplicates.group;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.search.plan.Bands;
import io.lumina.duplicates.search.plan.Flips;
import io.lumina.duplicates.search.plan.KeyTable;
import io.lumina.duplicates.search.plan.SearchPass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds neighbours through bands, for large components. What is no longer free is dropped from a
 * bucket when it is met, so that the index only shrinks and a million equal pictures are looked at
 * once.
 */
public final class NeighbourIndex implements Neighbours {
  private final List<Fingerprint> fingerprints;
  private final BitSet free;
  private final AcceptRule rule;
  private final List<Band> bands = new ArrayList<>();
  private final int[] metBy;
  private final int turns;

  public NeighbourIndex(
      List<Fingerprint> fingerprints, BitSet free, AcceptRule rule, List<SearchPass> passes) {
    this.fingerprints = fingerprints;
    this.free = free;
    this.rule = rule;
    this.metBy = new int[fingerprints.size()];
    this.turns = fingerprints.get(0).turns();
    int bits = KeyTable.usefulBits(Bands.MAX_KEY_BITS, fingerprints.size() * turns);
    for (SearchPass pass : passes) {
      Bands divided = Bands.of(pass.plan().bands(), bits);
      for (int band = 0; band < divided.count(); band++) {
        bands.add(new Band(pass, divided, band));
      }
    }
  }

  @Override
  public void near(int asset, IntConsumer found) {
    for (Band band : bands) {
      band.near(asset, found);
    }
  }

  private final class Band {
    private final Bands divided;
    private final int band;
    private final Flips flips;
    private final int threshold;
    private final HashFamily family;
    private final KeyTable table;

    /** Hashes in the order of the table: looking through a bucket reads memory in sequence. */
    private final long[] hash;

    Band(SearchPass pass, Bands divided, int band) {
      this.divided = divided;
      this.band = band;
      this.family = pass.family();
      this.flips = Flips.of(divided.keyBits(band), pass.plan().flips());
      this.threshold = rule.threshold(family);
      int[] keys = new int[fingerprints.size() * turns];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = divided.key(hashOf(i), band);
      }
      this.table = KeyTable.of(keys, divided.keyBits(band));
      this.hash = new long[keys.length];
      for (int place = 0; place < keys.length; place++) {
        hash[place] = hashOf(table.at(place));
      }
    }

    /** The hash of an entry: the turns of the first asset, then those of the next. */
    private long hashOf(int entry) {
      return fingerprints.get(entry / turns).hash(family, entry % turns);
    }

    void near(int asset, IntConsumer found) {
      for (int turn = 0; turn < turns; turn++) {
        long mine = fingerprints.get(asset).hash(family, turn);
        int key = divided.key(mine, band);
        for (int count = 0; count < flips.counts(); count++) {
          for (int flip : flips.exactly(count)) {
            look(key ^ flip, mine, asset, found);
          }
        }
      }
    }

    private void look(int key, long mine, int asset, IntConsumer found) {
      int place = table.start(key);
      while (place < table.end(key)) {
        if (Long.bitCount(mine ^ hash[place]) > threshold) {
          place++;
        } else if (!free.get(table.at(place) / turns)) {
          drop(key, place);
        } else {
          meet(table.at(place) / turns, asset, found);
          place++;
        }
      }
    }

    /** Puts the last of the bucket in the place of what is no longer free. */
    private void drop(int key, int place) {
      int last = table.end(key) - 1;
      table.swap(place, last);
      hash[place] = hash[last];
      table.shrink(key, last);
    }

    private void meet(int other, int asset, IntConsumer found) {
      if (metBy[other] != asset + 1) {
        metBy[other] = asset + 1;
        if (fingerprints.get(asset).near(fingerprints.get(other), rule)) {
          found.accept(other);
        }
      }
    }
  }
}
