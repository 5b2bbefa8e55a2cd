package io.lumina.duplicates;

import io.lumina.duplicates.links.Joining;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.ConsensusRule;
import io.lumina.duplicates.rule.DhashRule;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.rule.OtherShots;
import io.lumina.duplicates.rule.PdqRule;
import io.lumina.duplicates.rule.Profile;
import io.lumina.duplicates.rule.Rotations;
import io.lumina.duplicates.rule.TurnedRule;
import io.lumina.duplicates.search.Compare;
import io.lumina.duplicates.search.plan.Recall;
import io.lumina.duplicates.search.tile.SearchMethod;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.hash.PdqHash;
import java.util.List;
import java.util.Objects;

/**
 * How duplicates are searched for.
 *
 * @param threshold bits of difference of the 64-bit hashes that still make a candidate, 0 to 32
 * @param pdqThreshold bits of difference of PDQ that are near by the profile of that name, 0 to 128
 * @param profile the rule that accepts a candidate
 * @param rotations whether turned and mirrored copies are duplicates
 * @param bursts what a burst means
 * @param otherShots what pictures are that look alike but were taken at different moments
 * @param compare whether only new pictures are searched for
 * @param recall whether a threshold beyond the guarantee is refused
 * @param search how pairs are found; every way finds the same
 * @param components how the components of near pairs are found; every way finds the same
 * @param shards tasks of the search; 0 chooses by the number of hashes
 * @param preferredRoots source directories of the catalog; of equal files the one in the first
 *     stays
 */
public record DuplicatesConfig(
    int threshold,
    int pdqThreshold,
    Profile profile,
    Rotations rotations,
    BurstMode bursts,
    OtherShots otherShots,
    Compare compare,
    Recall recall,
    SearchMethod search,
    Joining components,
    int shards,
    List<String> preferredRoots) {

  /** What a configuration file without any key means. */
  public static final DuplicatesConfig DEFAULTS =
      new DuplicatesConfig(5, Profile.CONSENSUS, BurstMode.EXCLUDE_PAIRS, Recall.GUARANTEED, 0);

  /** Beyond half of the bits two unrelated pictures count as near. */
  public static final int MAX_THRESHOLD = 32;

  /** The same for the 256 bits of PDQ. */
  public static final int MAX_PDQ_THRESHOLD = 128;

  /** More tasks than this cost more than they save. */
  public static final int MAX_SHARDS = 65_536;

  /**
   * Checks the values.
   *
   * @throws LuminaException usage, for a value that cannot be used
   */
  public DuplicatesConfig {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(rotations, "rotations");
    Objects.requireNonNull(bursts, "bursts");
    Objects.requireNonNull(otherShots, "otherShots");
    Objects.requireNonNull(compare, "compare");
    Objects.requireNonNull(recall, "recall");
    Objects.requireNonNull(search, "search");
    Objects.requireNonNull(components, "components");
    preferredRoots = List.copyOf(preferredRoots);
    check("threshold", threshold, Long.SIZE, MAX_THRESHOLD, HashFamily.MAX_GUARANTEED, recall);
    check(
        "pdq-threshold",
        pdqThreshold,
        Evidence.PDQ_BITS,
        MAX_PDQ_THRESHOLD,
        PdqRule.MAX_GUARANTEED,
        recall);
    if (shards < 0 || shards > MAX_SHARDS) {
      throw usage("duplicates.shards is %d; it must be 0 (automatic) to %d", shards, MAX_SHARDS);
    }
  }

  /** The same, found in another way. */
  public DuplicatesConfig with(SearchMethod method) {
    return new DuplicatesConfig(
        threshold,
        pdqThreshold,
        profile,
        rotations,
        bursts,
        otherShots,
        compare,
        recall,
        method,
        components,
        shards,
        preferredRoots);
  }

  /** By bands, without a preferred source directory. */
  public DuplicatesConfig(
      int threshold, Profile profile, BurstMode bursts, Recall recall, int shards) {
    this(
        threshold,
        PdqHash.MATCH_DISTANCE,
        profile,
        Rotations.IGNORED,
        bursts,
        OtherShots.APART,
        Compare.NEW,
        recall,
        SearchMethod.BANDS,
        Joining.AUTO,
        shards,
        List.of());
  }

  /** Bits of difference that the profile speaks of. */
  public int bits() {
    return profile == Profile.PDQ ? pdqThreshold : threshold;
  }

  private static void check(
      String key, int value, int hashBits, int most, int guaranteed, Recall recall) {
    if (value < 0 || value > most) {
      throw usage(
          "duplicates.%s is %d; it counts bits of a %d-bit hash and must be 0 to %d",
          key, value, hashBits, most);
    }
    if (value > guaranteed && recall == Recall.GUARANTEED) {
      throw usage(
          "duplicates.%s is %d, but every pair is found only up to %d;"
              + " lower it, or allow missed pairs with --recall best-effort",
          key, value, guaranteed);
    }
  }

  private static LuminaException usage(String message, Object... values) {
    return new LuminaException(ExitCode.USAGE, message.formatted(values));
  }

  /** When two pictures are near. */
  public AcceptRule rule() {
    AcceptRule upright =
        switch (profile) {
          case CONSENSUS -> new ConsensusRule(threshold, otherShots);
          case DHASH -> new DhashRule(threshold);
          case PDQ -> new PdqRule(pdqThreshold);
        };
    return rotations == Rotations.COMPARED ? new TurnedRule(upright) : upright;
  }
}
