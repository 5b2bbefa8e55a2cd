package io.lumina.analyze.identity;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All files of one content, and which of those that want an id takes which (decision 070). */
final class ContentClaims {
  /** What two files have in common that are most likely one: the first that fits decides. */
  private static final List<Function<Claim, Object>> LIKENESS =
      List.of(
          file -> List.of(file.since(), file.name(), file.modified()),
          file -> List.of(file.since(), file.name()),
          Claim::since,
          Claim::name,
          file -> "");

  /** Of ids that left, those go first whose paths other pictures took: the rest stay as missing. */
  private static final Comparator<Claim> IN_ORDER =
      Comparator.comparing((Claim file) -> !file.isPresent()).thenComparing(Claim::path);

  private final List<Claim> files;
  private final Map<Claim, Claim> taken = new LinkedHashMap<>();

  ContentClaims(List<Claim> files) {
    this.files = files;
    List<Claim> wanting = of(Claim.Kind.WANTS).sorted(IN_ORDER).toList();
    List<Claim> left = of(Claim.Kind.LEFT).sorted(IN_ORDER).toList();
    LIKENESS.forEach(likeness -> pair(wanting, left, likeness));
  }

  private void pair(List<Claim> wanting, List<Claim> left, Function<Claim, Object> likeness) {
    Set<Claim> gone = new HashSet<>(taken.values());
    Map<Object, Deque<Claim>> free = new HashMap<>();
    for (Claim file : left) {
      if (!gone.contains(file)) {
        free.computeIfAbsent(likeness.apply(file), any -> new ArrayDeque<>()).add(file);
      }
    }
    for (Claim file : wanting) {
      Deque<Claim> alike = free.get(likeness.apply(file));
      if (!taken.containsKey(file) && alike != null && !alike.isEmpty()) {
        taken.put(file, alike.poll());
      }
    }
  }

  /** For files that want an id the file whose id they take. */
  Map<Claim, Claim> taken() {
    return taken;
  }

  /** Whether the catalog knew the content before these files got it. */
  boolean isKnown() {
    return files.stream()
        .anyMatch(file -> file.kind() != Claim.Kind.WANTS && file.kind() != Claim.Kind.MAY_HOLD);
  }

  /** Whether the content lies somewhere now, or may. */
  boolean lies() {
    return Stream.concat(of(Claim.Kind.HOLDS), of(Claim.Kind.WANTS)).anyMatch(Claim::isPresent)
        || of(Claim.Kind.MAY_HOLD).findAny().isPresent();
  }

  /** Whether it may lie in a file that could not be read. */
  boolean mayLie() {
    return of(Claim.Kind.WAITS).findAny().isPresent();
  }

  private Stream<Claim> of(Claim.Kind kind) {
    return files.stream().filter(file -> file.kind() == kind);
  }
}
