package io.lumina.duplicates.search.shard;

import io.lumina.duplicates.search.plan.SearchPass;
import java.io.Serializable;
import java.util.List;

/**
 * Numbers the shards of all passes from 0.
 *
 * @param passes one for each hash
 */
public record ShardLayout(List<SearchPass> passes) implements Serializable {

  public ShardLayout {
    passes = List.copyOf(passes);
  }

  public int shards() {
    return firstOf(passes.size());
  }

  /** The first shard of a pass. */
  int firstOf(int pass) {
    return passes.stream().limit(pass).mapToInt(SearchPass::shards).sum();
  }

  /** The pass that a shard belongs to. */
  int passOf(int shard) {
    int pass = 0;
    while (shard >= firstOf(pass + 1)) {
      pass++;
    }
    return pass;
  }
}
