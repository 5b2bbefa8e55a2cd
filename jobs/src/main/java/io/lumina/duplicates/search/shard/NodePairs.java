package io.lumina.duplicates.search.shard;

import io.lumina.duplicates.links.LinkForest;
import io.lumina.duplicates.rule.AcceptRule;

/** Confirms near pairs of nodes and hands them to the forest of their shard. */
public final class NodePairs implements BucketSearch.PairSink {
  private final ShardNodes left;
  private final int leftOffset;
  private final ShardNodes right;
  private final int rightOffset;
  private final AcceptRule rule;
  private final boolean confirm;
  private final boolean turns;
  private final LinkForest forest;

  public NodePairs(
      ShardNodes left,
      int leftOffset,
      ShardNodes right,
      int rightOffset,
      AcceptRule rule,
      LinkForest forest) {
    this.left = left;
    this.leftOffset = leftOffset;
    this.right = right;
    this.rightOffset = rightOffset;
    this.rule = rule;
    this.confirm = rule.needsEvidence();
    this.turns = rule.comparesTurns();
    this.forest = forest;
  }

  @Override
  public void compared(long count) {
    forest.compared(count);
  }

  @Override
  public void near(int a, int b) {
    if (turns && (left.isTurned(a) || right.isTurned(b))) {
      nearTurned(a, b);
    } else if (confirmed(a, b)) {
      forest.pair(leftOffset + a, left.id(a), rightOffset + b, right.id(b));
    }
  }

  /** Two turned pictures are no pair: their uprights are compared elsewhere. */
  private void nearTurned(int a, int b) {
    boolean turnedA = left.isTurned(a);
    if (turnedA && right.isTurned(b) || !confirmed(a, b)) {
      return;
    }
    if (turnedA) {
      pairTurned(rightOffset + b, right.id(b), left, leftOffset, a);
    } else {
      pairTurned(leftOffset + a, left.id(a), right, rightOffset, b);
    }
  }

  /** Several pictures may look alike when turned: the first pair links all of them. */
  private void pairTurned(int node, long id, ShardNodes turned, int offset, int place) {
    long other = turned.otherSharer(place, id);
    if (other == id || !forest.turnedPair(node, id, offset + place, other)) {
      return;
    }
    for (long sharer : turned.sharers(place)) {
      if (sharer != id && sharer != other) {
        forest.keep(id, sharer);
      }
    }
  }

  private boolean confirmed(int a, int b) {
    return !confirm
        || rule.confirms(left.records(), left.evidenceAt(a), right.records(), right.evidenceAt(b));
  }
}
