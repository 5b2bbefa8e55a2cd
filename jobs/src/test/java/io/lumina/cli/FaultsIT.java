package io.lumina.cli;

import io.lumina.faults.DiskMeter;
import io.lumina.faults.FaultFigures;
import io.lumina.table.BurstsTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights that go wrong, on the photos of the shared library: readers see what they saw before, and
 * the next night ends as if nothing had been. {@code scripts/fault-tests} does many rounds of each.
 */
class FaultsIT {
  private static final int ROUNDS = 10;
  private static final int SHARE_OF_FIRST = 3;
  private static final int LONGEST_PUBLISH_MILLIS = 600;

  private final FirstNight first = FirstNight.shared();
  private final Random random = new Random(FaultFigures.seed());

  @TempDir private Path folder;

  @Test
  void bad_nights_end_in_the_tables_of_a_good_one() throws Exception {
    try (FaultFigures figures = new FaultFigures("bad nights");
        DisturbedNights nights = nights(figures)) {
      nights.begin();
      nights.struck(DiskTrouble.once(3));
      nights.end("a broken task");
      nights.begin();
      nights.struck(DiskTrouble.full(150_000));
      nights.struck(nights.kill(ServerKill.Victims.POSTMASTER, 50));
      nights.repaired("a full disk and a killed server");
      nights.end("a full disk and a killed server");
      nights.settle();
      nights.struck(DiskTrouble.deadAfterCommitOf(BurstsTable.SPEC), otherBurstsAndGroups());
      nights.repaired("bursts without what follows");
      nights.end("bursts without what follows");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = FaultFigures.WANTED, matches = "commit")
  void a_machine_that_dies_between_two_commits_costs_a_night_and_nothing_else() throws Exception {
    rounds("commit", (nights, usual) -> DiskTrouble.deadAfter(random.nextInt(usual.commits())));
  }

  @Test
  @EnabledIfSystemProperty(named = FaultFigures.WANTED, matches = "disk")
  void a_full_disk_costs_a_night_and_nothing_else() throws Exception {
    rounds("disk", (nights, usual) -> DiskTrouble.full(random.nextLong(usual.bytes())));
  }

  @Test
  @EnabledIfSystemProperty(named = FaultFigures.WANTED, matches = "task")
  void a_broken_task_is_tried_again_and_fails_a_night_when_it_breaks_each_time() throws Exception {
    rounds(
        "task",
        (nights, usual) -> {
          int file = random.nextInt(usual.files());
          return random.nextBoolean() ? DiskTrouble.once(file) : DiskTrouble.always(file);
        });
  }

  @Test
  @EnabledIfSystemProperty(named = FaultFigures.WANTED, matches = "postgres")
  void a_killed_server_costs_a_night_and_nothing_else() throws Exception {
    List<ServerKill.Victims> victims = List.of(ServerKill.Victims.values());
    rounds(
        "postgres",
        (nights, usual) ->
            nights.kill(
                victims.get(random.nextInt(victims.size())),
                random.nextInt(LONGEST_PUBLISH_MILLIS)));
  }

  /** A third of first nights, then later ones of all variations. */
  private void rounds(String fault, Choice choice) throws Exception {
    try (FaultFigures figures = new FaultFigures(fault);
        DisturbedNights nights = nights(figures)) {
      DiskMeter usual = nights.measured();
      int rounds = FaultFigures.rounds(fault, ROUNDS);
      for (int round = 0; round < rounds / SHARE_OF_FIRST; round++) {
        nights.begin();
        Disturbance disturbance = choice.of(nights, usual);
        String moment = moment(fault, round, disturbance, "first night");
        nights.disturbed(disturbance);
        nights.repaired(moment);
        nights.end(moment);
      }
      SettledCatalog catalog = nights.settle();
      nights.rehearse();
      for (int round = rounds / SHARE_OF_FIRST; round < rounds; round++) {
        Variation variation = Variation.values()[random.nextInt(Variation.values().length)];
        Disturbance disturbance = choice.of(nights, catalog.meter(variation));
        String moment = moment(fault, round, disturbance, variation.name());
        nights.disturbed(disturbance, variation);
        nights.repaired(moment);
        nights.end(moment);
      }
    }
  }

  private static String moment(String fault, int round, Disturbance disturbance, String night) {
    String moment = fault + ", round " + round + ", " + night + ", " + disturbance;
    System.out.println(moment);
    return moment;
  }

  private static String[] otherBurstsAndGroups() {
    return Stream.of(Variation.FRAMES, Variation.PROFILE)
        .flatMap(variation -> Stream.of(variation.arguments()))
        .toArray(String[]::new);
  }

  private DisturbedNights nights(FaultFigures figures) {
    return new DisturbedNights(first, folder, figures);
  }

  @FunctionalInterface
  private interface Choice {
    Disturbance of(DisturbedNights nights, DiskMeter usual);
  }
}
