package io.lumina.duplicates;

/** Confirms near pairs of nodes and hands them to the forest of their shard. */
final class NodePairs implements BucketSearch.PairSink {
  private final ShardNodes left;
  private final int leftOffset;
  private final ShardNodes right;
  private final int rightOffset;
  private final AcceptRule rule;
  private final boolean confirm;
  private final LinkForest forest;

  NodePairs(
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
    this.forest = forest;
  }

  @Override
  public void compared(long count) {
    forest.compared(count);
  }

  @Override
  public void near(int a, int b) {
    if (!confirm
        || rule.confirms(
            left.records(), left.evidenceAt(a), right.records(), right.evidenceAt(b))) {
      forest.pair(leftOffset + a, left.id(a), rightOffset + b, right.id(b));
    }
  }
}
