package io.lumina.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts found pairs of labelled files. What must be found is kept as one bit a pair of a family,
 * so that fifty thousand pictures of one family need 160 MB and no more.
 */
public final class Tally {
  private final List<LabelledFile> files;
  private final Family[] familyOf;
  private final int[] placeOf;
  private final List<Family> families;
  private final FirstPairs falsePairs;
  private final int show;
  private final BitSet flatWithOthers = new BitSet();
  private final BitSet differentWithOthers = new BitSet();
  private final Map<String, Long> confused = new TreeMap<>();

  /**
   * Nothing is found yet.
   *
   * @param files labelled; pairs are given by their places in this list
   * @param show how many false and missed pairs to name
   */
  public Tally(List<LabelledFile> files, int show) {
    this.files = List.copyOf(files);
    this.familyOf = new Family[files.size()];
    this.placeOf = new int[files.size()];
    this.families = families();
    this.falsePairs = new FirstPairs(show);
    this.show = show;
  }

  /** Takes a pair that was found; each pair once, in either order. */
  public void found(int one, int other) {
    LabelledFile a = files.get(one);
    LabelledFile b = files.get(other);
    if (familyOf[one] != null && familyOf[one] == familyOf[other]) {
      familyOf[one].found(placeOf[one], placeOf[other]);
    }
    if (PairKind.of(a, b) == PairKind.FALSE) {
      falsePairs.add(a, b);
      if (a.confusableWith(b)) {
        confused.merge(a.confusable(), 1L, Long::sum);
      }
    }
    markNegatives(one, other);
    markNegatives(other, one);
  }

  /** The score of all that was found. */
  public Score score() {
    FirstPairs missedPairs = new FirstPairs(show);
    Map<PairKind, Share> kinds = new EnumMap<>(PairKind.class);
    Map<String, Share> transforms = new TreeMap<>();
    for (Family family : families) {
      family.forEach(
          (a, b, found) -> {
            PairKind kind = PairKind.of(a, b);
            kinds.merge(kind, Share.of(found), Share::plus);
            if (kind == PairKind.TRUE && !found) {
              missedPairs.add(a, b);
            }
            if (kind == PairKind.TRUE || kind == PairKind.HARD) {
              made(a, b, found, transforms);
              made(b, a, found, transforms);
            }
          });
    }
    return new Score(
        kinds.getOrDefault(PairKind.TRUE, Share.NONE),
        kinds.getOrDefault(PairKind.HARD, Share.NONE),
        kinds.getOrDefault(PairKind.BURST, Share.NONE),
        falsePairs.count(),
        transforms,
        falsePairs.pairs(),
        missedPairs.pairs(),
        negatives());
  }

  private static void made(
      LabelledFile original, LabelledFile other, boolean found, Map<String, Share> transforms) {
    if (original.level() == Level.ORIGINAL && other.level() != Level.ORIGINAL) {
      transforms.merge(other.transform(), Share.of(found), Share::plus);
    }
  }

  private void markNegatives(int one, int other) {
    LabelledFile a = files.get(one);
    LabelledFile b = files.get(other);
    if (a.level() == Level.FLAT && b.level() != Level.FLAT) {
      flatWithOthers.set(one);
    }
    if (a.level() == Level.DIFFERENT && !a.confusableWith(b)) {
      differentWithOthers.set(one);
    }
  }

  private HardNegatives negatives() {
    return new HardNegatives(
        new Share(flatWithOthers.cardinality(), count(Level.FLAT)),
        new Share(differentWithOthers.cardinality(), count(Level.DIFFERENT)),
        new TreeMap<>(confused));
  }

  private long count(Level level) {
    return files.stream().filter(file -> file.level() == level).count();
  }

  private List<Family> families() {
    Map<String, Family> byName = new TreeMap<>();
    for (int i = 0; i < files.size(); i++) {
      LabelledFile file = files.get(i);
      if (!file.family().isEmpty()) {
        familyOf[i] = byName.computeIfAbsent(file.family(), any -> new Family());
        placeOf[i] = familyOf[i].add(file);
      }
    }
    return new ArrayList<>(byName.values());
  }
}
