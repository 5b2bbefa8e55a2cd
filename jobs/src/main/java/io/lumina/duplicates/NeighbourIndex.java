package io.lumina.duplicates;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds neighbours through bands, for large components. What is no longer free is dropped from a
 * bucket when it is met, so that the index only shrinks and a million equal pictures are looked at
 * once.
 */
final class NeighbourIndex implements Neighbours {
  private final List<Fingerprint> fingerprints;
  private final BitSet free;
  private final AcceptRule rule;
  private final List<Band> bands = new ArrayList<>();
  private final int[] metBy;

  NeighbourIndex(
      List<Fingerprint> fingerprints, BitSet free, AcceptRule rule, List<SearchPass> passes) {
    this.fingerprints = fingerprints;
    this.free = free;
    this.rule = rule;
    this.metBy = new int[fingerprints.size()];
    int bits = KeyTable.usefulBits(Bands.MAX_KEY_BITS, fingerprints.size());
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
    private final long[] hash;
    private final KeyTable table;

    Band(SearchPass pass, Bands divided, int band) {
      this.divided = divided;
      this.band = band;
      this.flips = Flips.of(divided.keyBits(band), pass.plan().flips());
      this.threshold = rule.threshold(pass.family());
      this.hash = fingerprints.stream().mapToLong(print -> print.hash(pass.family())).toArray();
      int[] keys = new int[hash.length];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = divided.key(hash[i], band);
      }
      this.table = KeyTable.of(keys, divided.keyBits(band));
    }

    void near(int asset, IntConsumer found) {
      int key = divided.key(hash[asset], band);
      for (int count = 0; count < flips.counts(); count++) {
        for (int flip : flips.exactly(count)) {
          look(key ^ flip, asset, found);
        }
      }
    }

    private void look(int key, int asset, IntConsumer found) {
      int place = table.start(key);
      while (place < table.end(key)) {
        int other = table.at(place);
        if (!free.get(other)) {
          table.swap(place, table.end(key) - 1);
          table.shrink(key, table.end(key) - 1);
          continue;
        }
        place++;
        if (Long.bitCount(hash[asset] ^ hash[other]) <= threshold && metBy[other] != asset + 1) {
          metBy[other] = asset + 1;
          if (rule.confirms(
              fingerprints.get(asset).evidence(), 0, fingerprints.get(other).evidence(), 0)) {
            found.accept(other);
          }
        }
      }
    }
  }
}
