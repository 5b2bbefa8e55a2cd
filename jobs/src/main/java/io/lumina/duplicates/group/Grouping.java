package io.lumina.duplicates.group;

import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.search.plan.SearchPass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Divides the assets of one component into groups around primaries: in pick order the best free
 * asset becomes a primary and takes the free assets that are near it, the nearest first; then the
 * next. Two members never share a shot, a burst or a decision that sets them apart, and never stand
 * for two {@link Moments}.
 */
final class Grouping<C> {
  private final AcceptRule rule;
  private final List<SearchPass> passes;
  private final Comparator<C> ranking;

  Grouping(AcceptRule rule, List<SearchPass> passes, Comparator<C> ranking) {
    this.rule = rule;
    this.passes = passes;
    this.ranking = ranking;
  }

  /** Those of some groups that hold two files and more. */
  static <C> List<Group<C>> grouped(List<Group<C>> divided) {
    return divided.stream().filter(group -> group.members().size() > 1).toList();
  }

  /**
   * The groups of a component in the order in which they were formed; what is left alone is a group
   * of one file.
   */
  List<Group<C>> divided(List<Asset<C>> component) {
    List<Asset<C>> sorted = component.stream().sorted(Asset.order(ranking)).toList();
    List<Group<C>> groups = new ArrayList<>();
    if (sorted.size() == 1) {
      add(new Group<>(sorted), groups);
      return groups;
    }
    BitSet free = new BitSet(sorted.size());
    free.set(0, sorted.size());
    List<Fingerprint> prints = prints(sorted);
    List<Asset<C>> assets = new ArrayList<>();
    for (int place = 0; place < sorted.size(); place++) {
      assets.add(sorted.get(place).with(prints.get(place)));
    }
    Neighbours neighbours = Neighbours.of(prints, free, rule, passes);
    Moments moments = Moments.of(prints, rule, passes);
    for (int primary = 0; primary < assets.size(); primary++) {
      if (free.get(primary)) {
        free.clear(primary);
        add(new Group<>(take(primary, assets, neighbours, moments.company(), free)), groups);
      }
    }
    return groups;
  }

  private List<Fingerprint> prints(List<Asset<C>> assets) {
    List<Fingerprint> prints =
        assets.stream().map(asset -> asset.fingerprint().orElseThrow()).toList();
    return rule.tellsShotsApart() ? Retagged.corrected(prints) : prints;
  }

  private List<Asset<C>> take(
      int primary,
      List<Asset<C>> assets,
      Neighbours neighbours,
      Moments.Company company,
      BitSet free) {
    Fingerprint mine = assets.get(primary).fingerprint().orElseThrow();
    PackedLongs near = new PackedLongs();
    neighbours.near(
        primary,
        other -> near.add(closeness(mine, assets.get(other).fingerprint().orElseThrow()) | other));
    long[] nearestFirst = near.toArray();
    Arrays.sort(nearestFirst);
    List<Asset<C>> taken = new ArrayList<>();
    taken.add(assets.get(primary));
    Set<Object> barriers = new HashSet<>(assets.get(primary).barriers());
    company.add(primary);
    for (long entry : nearestFirst) {
      int other = (int) entry;
      Asset<C> asset = assets.get(other);
      if (company.admits(other) && asset.barriers().stream().noneMatch(barriers::contains)) {
        barriers.addAll(asset.barriers());
        company.add(other);
        taken.add(asset);
        free.clear(other);
      }
    }
    return taken;
  }

  /** The distance in the upper half of a long, so that sorting puts the nearest first. */
  private long closeness(Fingerprint a, Fingerprint b) {
    long distance = rule.needsEvidence() ? a.pdqDistance(b) : a.distance(b);
    return distance << Integer.SIZE;
  }

  private void add(Group<C> group, List<Group<C>> groups) {
    group.check(rule);
    groups.add(group);
  }
}
