package io.lumina.duplicates.variant;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Clause;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.Moment;
import io.lumina.duplicates.rule.UncaptionedRule;
import io.lumina.duplicates.rule.VariantKind;
import io.lumina.hash.AverageHash;
import io.lumina.hash.DifferenceHash;
import io.lumina.hash.HashVersion;
import io.lumina.hash.Pdq;
import io.lumina.hash.PdqHash;
import io.lumina.hash.StripHash;
import io.lumina.hash.Unframed;
import io.lumina.hash.WaveletHash;
import io.lumina.image.reading.PictureReading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a picture is compared by.
 *
 * @param whole of the picture as it is
 * @param inside of what lies inside its frame
 * @param print for the rule of duplicates
 */
record PicturePrint(long[] whole, Optional<long[]> inside, Fingerprint print) {

  /** Empty where the picture is too flat to compare. */
  static Optional<PicturePrint> of(long node, PictureReading reading) {
    if (!reading.hasLuma() || !Pdq.ofLuma(reading.luma()).isTrusted()) {
      return Optional.empty();
    }
    byte[] luma = reading.luma();
    PdqHash pdq = Pdq.ofLuma(luma);
    int longer = Math.max(reading.width(), reading.height());
    int shorter = Math.min(reading.width(), reading.height());
    long facts = Facts.of(longer, shorter, HashVersion.ALGO_VERSION);
    Unframed all =
        new Unframed(
            AverageHash.ofLuma(luma),
            WaveletHash.ofLuma(luma),
            DifferenceHash.ofLuma(luma),
            pdq.bits());
    long[] whole = record(VariantRecord.WHOLE, node, all, facts);
    long[] evidence = new long[Evidence.WORDS];
    System.arraycopy(whole, VariantRecord.EVIDENCE, evidence, 0, Evidence.WORDS);
    long[] hashes = {all.dhash(), all.ahash(), all.whash()};
    return Optional.of(
        new PicturePrint(
            whole,
            Unframed.ofLuma(luma).map(inner -> record(VariantRecord.INSIDE, node, inner, facts)),
            new Fingerprint(hashes, evidence, StripHash.ofLuma(luma))));
  }

  private static long[] record(int side, long node, Unframed hashes, long facts) {
    long[] record = new long[VariantRecord.WIDTH];
    record[VariantRecord.SIDE] = side;
    record[VariantRecord.NODE] = node;
    record[VariantRecord.AHASH] = hashes.ahash();
    record[VariantRecord.WHASH] = hashes.whash();
    Evidence.write(
        hashes.pdq(), hashes.dhash(), facts, Moment.UNKNOWN, record, VariantRecord.EVIDENCE);
    return record;
  }

  /** What the search says of two pictures, keys and rule together. */
  Optional<VariantKind> variant(PicturePrint other, AcceptRule near) {
    VariantRule rule = new VariantRule(near);
    for (long[] mine : records()) {
      for (long[] theirs : other.records()) {
        Optional<VariantRule.Found> found =
            meet(mine, theirs) ? rule.of(mine, theirs) : Optional.empty();
        if (found.isPresent() && !print.near(other.print, near)) {
          return found.map(VariantRule.Found::kind);
        }
      }
    }
    boolean captioned =
        print.linked(other.print, new UncaptionedRule(near))
            && print.caption(other.print, near).filter(Clause::holds).isEmpty()
            && print.caption(other.print, near).isPresent();
    return captioned ? Optional.of(VariantKind.CAPTIONED) : Optional.empty();
  }

  int pdqDistance(PicturePrint other) {
    return print.pdqDistance(other.print);
  }

  private List<long[]> records() {
    return Stream.concat(Stream.of(whole), inside.stream()).toList();
  }

  private static boolean meet(long[] a, long[] b) {
    long[] mine = VariantRecord.keys(a);
    long[] theirs = VariantRecord.keys(b);
    return mine[0] == theirs[0] || mine[1] == theirs[1];
  }
}
