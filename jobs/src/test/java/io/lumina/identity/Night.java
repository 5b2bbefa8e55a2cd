package io.lumina.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A night of many histories.
 *
 * @param losses what befell the tables before it
 * @param isAnalyzed whether the run comes further than its scan
 * @param isPublished whether it comes to its end
 */
record Night(Set<Loss> losses, boolean isAnalyzed, boolean isPublished) {

  /** Tables get lost, or become what they were. */
  enum Loss {
    WAREHOUSE_LOST("warehouse lost"),
    DELTA_RESTORED("Delta restored"),
    POSTGRES_RESTORED("PostgreSQL restored");

    private final String words;

    Loss(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private static final List<Set<Loss>> LOSSES =
      List.of(
          EnumSet.of(Loss.WAREHOUSE_LOST),
          EnumSet.of(Loss.DELTA_RESTORED),
          EnumSet.of(Loss.POSTGRES_RESTORED),
          EnumSet.of(Loss.DELTA_RESTORED, Loss.POSTGRES_RESTORED));

  /** Each thing once: a night costs the same for one history and for many. */
  static List<Night> eachOnce() {
    return List.of(
        whole(Set.of()),
        new Night(Set.of(), true, false),
        whole(EnumSet.of(Loss.DELTA_RESTORED)),
        whole(EnumSet.of(Loss.POSTGRES_RESTORED)),
        whole(EnumSet.of(Loss.WAREHOUSE_LOST)));
  }

  /** So many as chance has it, the last of them whole. */
  static List<Night> any(int nights, Random random) {
    return IntStream.rangeClosed(1, nights)
        .mapToObj(
            night -> {
              int loss = night == 1 ? LOSSES.size() : random.nextInt(2 * LOSSES.size());
              int end = night == nights ? 2 : random.nextInt(10);
              return new Night(
                  loss < LOSSES.size() ? LOSSES.get(loss) : Set.of(), end > 0, end > 1);
            })
        .toList();
  }

  private static Night whole(Set<Loss> losses) {
    return new Night(losses, true, true);
  }
}
