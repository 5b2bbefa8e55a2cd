package io.lumina.duplicates.group;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.HashFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A primary and what is near it.
 *
 * @param assets the primary's content first
 * @param members files; the primary first
 */
record Group<C>(List<Asset<C>> assets, List<Member<C>> members) {
  /** Above so many different hashes the diameter is bounded, not measured. */
  static final int MEASURED_HASHES = 1024;

  Group(List<Asset<C>> assets) {
    this(List.copyOf(assets), members(assets));
  }

  Asset<C> primary() {
    return assets.get(0);
  }

  boolean exact() {
    return assets.size() == 1;
  }

  /** Bytes that are free when all members go that may go, shots not yet considered. */
  long reclaimable() {
    return freed().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * For each member the bytes that its going frees. Those of a file with several names count once,
   * with the first of them, and only if all of its names go: one that stays, in a shot, as the
   * primary or outside of the library, keeps them.
   */
  List<Long> freed() {
    Map<String, Integer> going = new HashMap<>();
    for (Member<C> member : members) {
      if (member.mayGo() && member.file().shot().isEmpty()) {
        member.file().shared().ifPresent(shared -> going.merge(shared.file(), 1, Integer::sum));
      }
    }
    List<Long> freed = new ArrayList<>();
    for (Member<C> member : members) {
      freed.add(member.mayGo() && isLast(member.file(), going) ? member.file().bytes() : 0L);
    }
    return freed;
  }

  /** Whether a name takes the bytes with it; counts those of a file only once. */
  private static boolean isLast(PickedFile<?> name, Map<String, Integer> going) {
    return name.shared()
        .map(
            shared ->
                shared.names() == going.getOrDefault(shared.file(), 0)
                    && going.remove(shared.file()) != null)
        .orElse(true);
  }

  /**
   * Largest difference-hash distance between two members, turned to the primary. Measured over the
   * different hashes up to {@value #MEASURED_HASHES} of them; above that the sum of the two largest
   * distances to the primary, which is never too small (triangle inequality).
   */
  int diameter() {
    if (exact()) {
      return 0;
    }
    Fingerprint pick = primary().fingerprint().orElseThrow();
    long[] hashes =
        assets.stream()
            .map(asset -> asset.fingerprint().orElseThrow())
            .mapToLong(print -> print.hash(HashFamily.DHASH, print.turnTo(pick)))
            .toArray();
    long primary = hashes[0];
    hashes = Arrays.stream(hashes).distinct().toArray();
    return hashes.length <= MEASURED_HASHES ? measured(hashes) : bounded(hashes, primary);
  }

  /**
   * Holds each member against the plain definition.
   *
   * @throws IllegalStateException if one is not near its primary
   */
  void check(AcceptRule rule) {
    for (Asset<C> asset : assets.subList(1, assets.size())) {
      Fingerprint primary = primary().fingerprint().orElseThrow();
      if (!primary.near(asset.fingerprint().orElseThrow(), rule)) {
        throw new IllegalStateException(
            "Content %s was grouped with %s, but the rule does not accept the pair"
                .formatted(asset.sha256(), primary().sha256()));
      }
    }
  }

  /** One file of a shot only: its other files with the same bytes stay with it. */
  private static <C> List<Member<C>> members(List<Asset<C>> assets) {
    List<Member<C>> members = new ArrayList<>();
    for (Asset<C> asset : assets) {
      Set<String> shots = new HashSet<>();
      for (PickedFile<C> file : asset.files()) {
        if (file.shot().isEmpty() || shots.add(file.shot().get())) {
          members.add(Member.of(assets.get(0), asset, file, members.isEmpty()));
        }
      }
    }
    return List.copyOf(members);
  }

  private static int measured(long[] hashes) {
    int diameter = 0;
    for (int i = 0; i < hashes.length; i++) {
      for (int j = 0; j < i; j++) {
        diameter = Math.max(diameter, Long.bitCount(hashes[i] ^ hashes[j]));
      }
    }
    return diameter;
  }

  private static int bounded(long[] hashes, long primary) {
    int[] distances =
        Arrays.stream(hashes).mapToInt(hash -> Long.bitCount(hash ^ primary)).sorted().toArray();
    int last = distances.length - 1;
    return Math.min(Long.SIZE, distances[last] + distances[last - 1]);
  }
}
