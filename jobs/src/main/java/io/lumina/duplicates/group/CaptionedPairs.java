package io.lumina.duplicates.group;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Clause;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.UncaptionedRule;
import io.lumina.duplicates.search.plan.SearchPass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Pairs of one component that would be near if nothing were written on them: of each group its
 * primary, and what is in no group. A picture is listed beside the best that it is a variant of, a
 * few of them, so that ten thousand captions of one photo are no fifty million pairs.
 */
final class CaptionedPairs<C> {
  /** Better pictures beside which one is listed. */
  static final int MOST_LISTED = 8;

  /** Better pictures beside which one is looked at, be it listed or not. */
  private static final int MOST_MET = 64;

  private final AcceptRule rule;
  private final List<SearchPass> passes;

  CaptionedPairs(AcceptRule rule, List<SearchPass> passes) {
    this.rule = rule;
    this.passes = passes;
  }

  /**
   * Finds them.
   *
   * @param divided of one component, in the order of picks
   */
  List<CaptionedPair<C>> among(List<Group<C>> divided) {
    if (!rule.tellsCaptionsApart() || divided.size() < 2) {
      return List.of();
    }
    List<Asset<C>> assets = divided.stream().map(Group::primary).toList();
    List<Fingerprint> prints =
        assets.stream().map(asset -> asset.fingerprint().orElseThrow()).toList();
    BitSet open = new BitSet(prints.size());
    open.set(0, prints.size());
    Neighbours neighbours = Neighbours.of(prints, open, new UncaptionedRule(rule), passes);
    int[] listed = new int[prints.size()];
    int[] met = new int[prints.size()];
    List<CaptionedPair<C>> pairs = new ArrayList<>();
    for (int best = 0; best < prints.size(); best++) {
      open.clear(best);
      int better = best;
      neighbours.near(
          best,
          other -> {
            if (prints.get(better).caption(prints.get(other), rule).stream()
                    .anyMatch(clause -> !clause.holds())
                && Collections.disjoint(
                    assets.get(better).barriers(), assets.get(other).barriers())) {
              pairs.add(pair(assets.get(better), assets.get(other)));
              listed[other]++;
            }
            if (listed[other] == MOST_LISTED || ++met[other] == MOST_MET) {
              open.clear(other);
            }
          });
    }
    return pairs;
  }

  private CaptionedPair<C> pair(Asset<C> better, Asset<C> other) {
    Clause strips =
        better
            .fingerprint()
            .orElseThrow()
            .caption(other.fingerprint().orElseThrow(), rule)
            .orElseThrow();
    return new CaptionedPair<>(
        better.files().get(0), other.files().get(0), (int) strips.measured(), (int) strips.limit());
  }

  /**
   * One of them.
   *
   * @param picture the better one
   * @param variant the other one
   * @param distance bits in which the strip differs that differs most
   * @param limit bits in which a copy may differ
   */
  record CaptionedPair<C>(PickedFile<C> picture, PickedFile<C> variant, int distance, int limit) {

    /** One sentence. */
    String explanation() {
      return "The same picture with something else written or pasted into it: one of 16 strips"
          + " differs in %d bits, and a copy in %d at most.".formatted(distance, limit);
    }
  }
}
