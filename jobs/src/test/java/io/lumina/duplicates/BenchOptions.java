package io.lumina.duplicates;

import io.lumina.duplicates.rule.Profile;
import io.lumina.duplicates.search.plan.Recall;
import io.lumina.duplicates.search.tile.SearchMethod;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * What a benchmark of the search does.
 *
 * @param generate writes the hashes instead of searching them
 * @param hashes number of pictures, planted ones included
 * @param distribution what their hashes look like
 * @param seed of everything random
 * @param threshold bits of difference
 * @param profile the accept rule
 * @param shards tasks of the search; 0 for automatic
 * @param search how near pairs are found
 * @param warehouse folder for the tables, as a Hadoop path
 */
record BenchOptions(
    boolean generate,
    long hashes,
    HashDistribution distribution,
    long seed,
    int threshold,
    Profile profile,
    int shards,
    SearchMethod search,
    String warehouse)
    implements Serializable {

  static final String USAGE =
      "usage: generate|run --warehouse DIR [--hashes N] [--distribution uniform|skew|equal]"
          + " [--seed S] [--threshold BITS] [--profile dhash|consensus] [--shards N]"
          + " [--search bands|gpu|all-pairs]";

  static BenchOptions parse(String... arguments) {
    List<String> words = List.of(arguments);
    if (words.isEmpty() || words.size() % 2 == 0 || !words.contains("--warehouse")) {
      throw new LuminaException(ExitCode.USAGE, USAGE);
    }
    try {
      return new BenchOptions(
          words.get(0).equals("generate"),
          Long.parseLong(value(words, "--hashes", "1000000").replace("_", "")),
          HashDistribution.valueOf(
              value(words, "--distribution", "uniform").toUpperCase(Locale.ROOT)),
          Long.parseLong(value(words, "--seed", "1")),
          Integer.parseInt(value(words, "--threshold", "5")),
          Profile.valueOf(value(words, "--profile", "dhash").toUpperCase(Locale.ROOT)),
          Integer.parseInt(value(words, "--shards", "0")),
          SearchMethod.valueOf(
              value(words, "--search", "bands").toUpperCase(Locale.ROOT).replace('-', '_')),
          value(words, "--warehouse", ""));
    } catch (IllegalArgumentException e) {
      throw new LuminaException(ExitCode.USAGE, e.getMessage() + "; " + USAGE, e);
    }
  }

  DuplicatesConfig config() {
    return new DuplicatesConfig(
            threshold, profile, BurstMode.EXCLUDE_PAIRS, Recall.GUARANTEED, shards)
        .with(search);
  }

  private static String value(List<String> words, String name, String otherwise) {
    int at = words.indexOf(name);
    return at < 0 ? otherwise : words.get(at + 1);
  }
}
