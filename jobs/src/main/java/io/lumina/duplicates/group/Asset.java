package io.lumina.duplicates.group;

import io.lumina.duplicates.rule.Fingerprint;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One content and its present files.
 *
 * @param sha256 its checksum
 * @param files best first, at least one
 * @param fingerprint its hashes; empty where only the checksum counts
 * @param kept whether a person wants all its files kept
 * @param barriers what it must not share with another member of its group: shots, bursts and
 *     decisions
 */
record Asset<C>(
    String sha256,
    List<PickedFile<C>> files,
    Optional<Fingerprint> fingerprint,
    boolean kept,
    Set<Object> barriers) {

  static <C> Asset<C> of(
      String sha256,
      List<PickedFile<C>> unordered,
      Optional<Fingerprint> fingerprint,
      Decided decided,
      Comparator<C> ranking) {
    List<PickedFile<C>> files = unordered.stream().sorted(PickedFile.order(ranking)).toList();
    Set<Object> barriers = new HashSet<>(decided.apartIn(sha256));
    for (PickedFile<C> file : files) {
      file.shot().ifPresent(shot -> barriers.add("shot " + shot));
      file.burst().ifPresent(burst -> barriers.add("burst " + burst));
    }
    return new Asset<>(sha256, files, fingerprint, decided.keeps(sha256), Set.copyOf(barriers));
  }

  /** The same content, with other hashes or another moment. */
  Asset<C> with(Fingerprint print) {
    return new Asset<>(sha256, files, Optional.of(print), kept, barriers);
  }

  /** The order in which assets become primaries: as people want it, then as ranked. */
  static <C> Comparator<Asset<C>> order(Comparator<C> ranking) {
    return Comparator.comparing((Asset<C> asset) -> asset.files().get(0).standing())
        .thenComparing(asset -> asset.files().get(0).pick(), ranking)
        .thenComparing(Asset::sha256);
  }
}
