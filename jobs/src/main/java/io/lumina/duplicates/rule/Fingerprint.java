package io.lumina.duplicates.rule;

import io.lumina.hash.AverageHash;
import io.lumina.hash.DifferenceHash;
import io.lumina.hash.Pdq;
import io.lumina.hash.StripHash;
import io.lumina.hash.WaveletHash;
import io.lumina.table.ImagesView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * The hashes of one picture; where turned pictures are compared, of all its turns one after the
 * other, in the order of {@link Turn}.
 *
 * @param hashes by ordinal of the {@link HashFamily#STORED}
 * @param evidence {@link Evidence}; zeros where the rule needs none
 * @param strips of {@link StripHash}; empty where they are not known
 * @param film what an animation shows later; empty for a still
 */
public record Fingerprint(long[] hashes, long[] evidence, long[] strips, Optional<Film> film) {
  private static final int STORED = HashFamily.STORED.size();
  private static final long[] NO_STRIPS = {};

  /** Of a still. */
  public Fingerprint(long[] hashes, long[] evidence, long[] strips) {
    this(hashes, evidence, strips, Optional.empty());
  }

  /** Of a still, without strips. */
  public Fingerprint(long[] hashes, long[] evidence) {
    this(hashes, evidence, NO_STRIPS);
  }

  /** The hashes of a luma, of a picture with some facts. */
  static Fingerprint ofLuma(byte[] luma, long facts) {
    long[] hashes = new long[STORED];
    hashes[HashFamily.DHASH.ordinal()] = DifferenceHash.ofLuma(luma);
    hashes[HashFamily.AHASH.ordinal()] = AverageHash.ofLuma(luma);
    hashes[HashFamily.WHASH.ordinal()] = WaveletHash.ofLuma(luma);
    long[] evidence = new long[Evidence.WORDS];
    long dhash = hashes[HashFamily.DHASH.ordinal()];
    Evidence.write(Pdq.ofLuma(luma).bits(), dhash, facts, Moment.UNKNOWN, evidence, 0);
    return new Fingerprint(hashes, evidence, StripHash.ofLuma(luma));
  }

  /** The hashes of a row of {@link ImagesView} with {@link RuleColumns}. */
  public static Fingerprint of(Row row) {
    byte[] strips = row.getAs(ImagesView.STRIPS);
    Fingerprint print = searched(row);
    return strips == null
        ? print
        : new Fingerprint(print.hashes, print.evidence, StripHash.words(strips));
  }

  /** The hashes of all turns of a row that has a luma too, which gives the strips. */
  public static Fingerprint turnsOf(Row row) {
    return searched(row).withTurns(row.getAs(ImagesView.LUMA));
  }

  private static Fingerprint searched(Row row) {
    long[] hashes = new long[STORED];
    for (HashFamily family : HashFamily.STORED) {
      Long hash = row.getAs(family.column());
      hashes[family.ordinal()] = hash == null ? 0 : hash;
    }
    long[] evidence = Evidence.NONE;
    byte[] pdq = row.getAs(ImagesView.PDQ);
    Long facts = row.getAs(RuleColumns.FACTS);
    if (pdq != null && facts != null) {
      evidence = new long[Evidence.WORDS];
      long moment = row.getAs(RuleColumns.MOMENT);
      Evidence.write(pdq, hashes[HashFamily.DHASH.ordinal()], facts, moment, evidence, 0);
    }
    return new Fingerprint(hashes, evidence);
  }

  /**
   * The same picture in all its turns.
   *
   * @param luma 64×64 values
   */
  public Fingerprint withTurns(byte[] luma) {
    Turn[] turns = Turn.values();
    long[] allHashes = Arrays.copyOf(hashes, turns.length * STORED);
    long[] allEvidence = Arrays.copyOf(evidence, turns.length * Evidence.WORDS);
    long[] allStrips = new long[turns.length * StripHash.WORDS];
    System.arraycopy(StripHash.ofLuma(luma), 0, allStrips, 0, StripHash.WORDS);
    for (int turn = 1; turn < turns.length; turn++) {
      byte[] turned = turns[turn].of(luma);
      int at = turn * STORED;
      long dhash = DifferenceHash.ofLuma(turned);
      allHashes[at + HashFamily.DHASH.ordinal()] = dhash;
      allHashes[at + HashFamily.AHASH.ordinal()] = AverageHash.ofLuma(turned);
      allHashes[at + HashFamily.WHASH.ordinal()] = WaveletHash.ofLuma(turned);
      Evidence.write(
          Pdq.ofLuma(turned).bits(),
          dhash,
          Facts.turned(Evidence.facts(evidence, 0)),
          moment(),
          allEvidence,
          turn * Evidence.WORDS);
      System.arraycopy(
          StripHash.ofLuma(turned), 0, allStrips, turn * StripHash.WORDS, StripHash.WORDS);
    }
    return new Fingerprint(allHashes, allEvidence, allStrips);
  }

  /** How many turns there are: 1, or all. */
  public int turns() {
    return evidence.length / Evidence.WORDS;
  }

  /** The hash of the picture as it lies. */
  public long hash(HashFamily family) {
    return hash(family, 0);
  }

  public long hash(HashFamily family, int turn) {
    return family.isWord()
        ? evidence[turn * Evidence.WORDS + family.word()]
        : hashes[turn * STORED + family.ordinal()];
  }

  /** Bits of difference of the difference hashes, the other turned to this one. */
  public int distance(Fingerprint other) {
    return distance(other, HashFamily.DHASH);
  }

  /** Bits of difference of a hash, the other turned to this one. */
  public int distance(Fingerprint other, HashFamily family) {
    return Long.bitCount(hash(family) ^ other.hash(family, other.turnTo(this)));
  }

  /** Bits of difference of the PDQ hashes, the other turned to this one. */
  public int pdqDistance(Fingerprint other) {
    return pdqDistance(other, other.turnTo(this));
  }

  /** The turn after which this picture is nearest to another: by PDQ, then by difference hash. */
  public int turnTo(Fingerprint other) {
    int nearest = 0;
    int least = Integer.MAX_VALUE;
    for (int turn = 0; turn < turns(); turn++) {
      int far = other.pdqDistance(this, turn) * Long.SIZE + other.dhashDistance(this, turn);
      if (far < least) {
        nearest = turn;
        least = far;
      }
    }
    return nearest;
  }

  /** The plain definition of a near pair. */
  public boolean near(Fingerprint other, AcceptRule rule) {
    return linked(other, rule)
        && caption(other, rule).stream().allMatch(Clause::holds)
        && later(other, rule).stream().allMatch(Clause::holds);
  }

  /** The plain definition of what the search finds. */
  public boolean linked(Fingerprint other, AcceptRule rule) {
    if (linked(0, other, 0, rule)) {
      return true;
    }
    for (int turn = 1; rule.comparesTurns() && turn < turns(); turn++) {
      if (linked(0, other, turn, rule) || linked(turn, other, 0, rule)) {
        return true;
      }
    }
    return false;
  }

  /** What a rule that looks at captions says of them, where something is to be said. */
  public Optional<Clause> caption(Fingerprint other, AcceptRule rule) {
    if (!rule.tellsCaptionsApart()) {
      return Optional.empty();
    }
    // Of two turned pictures neither is the measure of the other.
    return Optional.of(Math.min(stripDistance(other), other.stripDistance(this)))
        .filter(any -> any > 0)
        .map(any -> new Clause("caption", any, Captions.MAX_DISTANCE));
  }

  /** What a rule says of the later frames of two animations, or of a still beside an animation. */
  public List<Clause> later(Fingerprint other, AcceptRule rule) {
    if (film.isEmpty() && other.film.isEmpty()) {
      return List.of();
    }
    return film.isPresent() && other.film.isPresent()
        ? film.get().beside(other.film.get(), rule)
        : List.of(new Clause(Film.BESIDE_A_STILL, 1, 0));
  }

  /** The same picture as the first frame of an animation. */
  public Fingerprint moving(Film later) {
    return new Fingerprint(hashes, evidence, strips, Optional.of(later));
  }

  /** When the picture was taken. */
  public long moment() {
    return Evidence.moment(evidence, 0);
  }

  /** Whether a rule holds this picture and another one for two presses of the shutter. */
  public boolean isOtherShot(Fingerprint other, AcceptRule rule) {
    return rule.areTwoShots(evidence, 0, other.evidence, other.turnTo(this) * Evidence.WORDS);
  }

  /** What tells pictures of other pixels apart, where that is known. */
  public Optional<List<Long>> pixels() {
    return Evidence.pixels(evidence, 0);
  }

  /** The same picture, taken at another moment. */
  public Fingerprint withMoment(long moment) {
    return new Fingerprint(hashes, Evidence.withMoment(evidence, moment), strips, film);
  }

  private boolean linked(int turn, Fingerprint other, int otherTurn, AcceptRule rule) {
    for (HashFamily family : rule.families()) {
      long difference = hash(family, turn) ^ other.hash(family, otherTurn);
      if (Long.bitCount(difference) <= rule.threshold(family)) {
        return rule.confirms(
            evidence, turn * Evidence.WORDS, other.evidence, otherTurn * Evidence.WORDS);
      }
    }
    return false;
  }

  private int stripDistance(Fingerprint other) {
    return Captions.distance(strips, 0, other.strips, other.turnTo(this) * StripHash.WORDS);
  }

  private int dhashDistance(Fingerprint other, int otherTurn) {
    return Long.bitCount(hash(HashFamily.DHASH) ^ other.hash(HashFamily.DHASH, otherTurn));
  }

  private int pdqDistance(Fingerprint other, int otherTurn) {
    return Evidence.pdqDistance(evidence, 0, other.evidence, otherTurn * Evidence.WORDS);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Fingerprint other
        && Arrays.equals(hashes, other.hashes)
        && Arrays.equals(evidence, other.evidence)
        && Arrays.equals(strips, other.strips)
        && film.equals(other.film);
  }

  @Override
  public int hashCode() {
    int hash = 31 * Arrays.hashCode(hashes) + Arrays.hashCode(evidence);
    return 31 * (31 * hash + Arrays.hashCode(strips)) + film.hashCode();
  }
}
