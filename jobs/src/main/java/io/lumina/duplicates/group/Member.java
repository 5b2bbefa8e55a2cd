package io.lumina.duplicates.group;

import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.Turn;

/**
 * One file of a group.
 *
 * @param asset its content
 * @param file the file
 * @param relation to the primary
 * @param distance difference-hash bits to the primary
 * @param turn how the primary would have to be laid to look like it
 * @param mayGo whether it may be offered for removal as far as its group can tell; a shot may still
 *     hold it
 */
record Member<C>(
    Asset<C> asset, PickedFile<C> file, Relation relation, int distance, Turn turn, boolean mayGo) {

  static <C> Member<C> of(Asset<C> primary, Asset<C> asset, PickedFile<C> file, boolean first) {
    if (first) {
      return new Member<>(asset, file, Relation.PRIMARY, 0, Turn.NONE, false);
    }
    boolean mayGo = !asset.kept() && file.standing() != Standing.CHOSEN;
    if (asset.sha256().equals(primary.sha256())) {
      return new Member<>(asset, file, Relation.EXACT, 0, Turn.NONE, mayGo);
    }
    Fingerprint pick = primary.fingerprint().orElseThrow();
    Fingerprint print = asset.fingerprint().orElseThrow();
    Turn turn = Turn.values()[print.turnTo(pick)].inverse();
    return new Member<>(asset, file, Relation.NEAR, pick.distance(print), turn, mayGo);
  }

  /** 100 for equal bytes, else the share of equal difference-hash bits. */
  double similarity() {
    return relation == Relation.NEAR
        ? Math.round(10_000.0 * (Long.SIZE - distance) / Long.SIZE) / 100.0
        : 100;
  }
}
