package io.lumina.duplicates.group;

import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.Moment;
import io.lumina.duplicates.search.plan.SearchPass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which moments the contents of a component stand for, so that no group holds two presses of the
 * shutter. A content without a date stands for the moment of the dated content nearest to it, of
 * which it may be a copy: it never joins a group of another moment, and joins no two.
 */
final class Moments {
  private static final int NONE = -1;

  private final List<Fingerprint> prints;
  private final AcceptRule rule;

  /** The dated content that each one stands for. */
  private final int[] witness;

  private Moments(List<Fingerprint> prints, AcceptRule rule, int[] witness) {
    this.prints = prints;
    this.rule = rule;
    this.witness = witness;
  }

  /**
   * Looks at the contents of a component.
   *
   * @param prints in pick order
   */
  static Moments of(List<Fingerprint> prints, AcceptRule rule, List<SearchPass> passes) {
    int[] witness = new int[prints.size()];
    Arrays.fill(witness, NONE);
    Moments moments = new Moments(prints, rule, witness);
    if (rule.tellsShotsApart() && known(prints) > 1) {
      moments.callWitnesses(passes);
    }
    return moments;
  }

  private static long known(List<Fingerprint> prints) {
    return prints.stream()
        .mapToLong(Fingerprint::moment)
        .filter(Moment::isKnown)
        .distinct()
        .count();
  }

  /** A group that nothing is in yet. */
  Company company() {
    return new Company();
  }

  private void callWitnesses(List<SearchPass> passes) {
    Set<Fingerprint> known = new HashSet<>();
    BitSet dated = new BitSet(prints.size());
    for (int asset = 0; asset < prints.size(); asset++) {
      if (Moment.isKnown(prints.get(asset).moment())) {
        witness[asset] = asset;
        dated.set(asset, known.add(prints.get(asset)));
      }
    }
    Neighbours neighbours = Neighbours.of(prints, dated, rule, passes);
    Map<Fingerprint, Integer> found = new HashMap<>();
    for (int asset = 0; asset < prints.size(); asset++) {
      if (witness[asset] == NONE) {
        int undated = asset;
        witness[asset] =
            found.computeIfAbsent(prints.get(asset), any -> nearest(undated, neighbours));
      }
    }
  }

  private int nearest(int asset, Neighbours neighbours) {
    Fingerprint mine = prints.get(asset);
    PackedLongs near = new PackedLongs();
    neighbours.near(asset, other -> near.add(closeness(mine, prints.get(other)) | other));
    return (int) Arrays.stream(near.toArray()).min().orElse(NONE);
  }

  /** By PDQ, then by difference hash, then in pick order. */
  private static long closeness(Fingerprint a, Fingerprint b) {
    return ((long) a.pdqDistance(b) * Long.SIZE + a.distance(b)) << Integer.SIZE;
  }

  /** The moments of a group that is being formed. */
  final class Company {
    private final Set<Fingerprint> there = new HashSet<>();
    private final Map<Long, List<Fingerprint>> byMoment = new HashMap<>();

    /** Whether a content is of no other moment than all that are there. */
    boolean admits(int asset) {
      if (witness[asset] == NONE || there.isEmpty()) {
        return true;
      }
      Fingerprint print = prints.get(witness[asset]);
      return byMoment.entrySet().stream()
          .filter(entry -> Moment.differ(entry.getKey(), print.moment()))
          .flatMap(entry -> entry.getValue().stream())
          .noneMatch(other -> print.isOtherShot(other, rule));
    }

    void add(int asset) {
      if (witness[asset] == NONE) {
        return;
      }
      Fingerprint print = prints.get(witness[asset]);
      if (there.add(print)) {
        byMoment.computeIfAbsent(print.moment(), any -> new ArrayList<>()).add(print);
      }
    }
  }
}
