package io.lumina.score;

/** What it means to find a pair of labelled files. */
public enum PairKind {
  /** Must be found. */
  TRUE,
  /** May be found; counts for nothing. */
  HARD,
  /** Two shots of one moment; counts for nothing. */
  BURST,
  /** Must not be found. */
  FALSE;

  /** The kind of a pair; the order of the two does not matter. */
  public static PairKind of(LabelledFile a, LabelledFile b) {
    if (!a.sameFamily(b)) {
      return FALSE;
    }
    if (a.level().mustBeFound() && b.level().mustBeFound()) {
      return TRUE;
    }
    if (a.level() == Level.BURST || b.level() == Level.BURST) {
      return BURST;
    }
    return hardOrBetter(a) && hardOrBetter(b) ? HARD : FALSE;
  }

  private static boolean hardOrBetter(LabelledFile file) {
    return file.level() == Level.HARD || file.level().mustBeFound();
  }
}
