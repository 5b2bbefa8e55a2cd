package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.catalog.Catalogs;
import io.lumina.faults.FaultFigures;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.postgres.Migrations;
import io.lumina.postgres.server.EmbeddedServer;
import io.lumina.run.step.Step;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A driver that is killed, and the run after it. {@code scripts/fault-tests} does more rounds with
 * seeds of their own.
 */
class KillIT {
  private static final String FAULT = "driver";
  private static final int ROUNDS = FaultFigures.rounds(FAULT, 2);
  private static final long SEED = FaultFigures.seed();

  /** The few rounds of mvn verify are to hit the step that they are meant for. */
  private static final boolean MANY = FaultFigures.isWanted(FAULT);

  private static final int LONGEST_WAIT_MILLIS = MANY ? 4000 : 400;

  private static final int SHARE_OF_FIRST = 3;

  /** Those that write much come first: one round meets one. */
  private static final List<Step> STEPS =
      List.of(Step.ANALYZE, Step.PUBLISH, Step.DUPLICATES, Step.SCAN, Step.BURSTS, Step.REPORT);

  private final FirstNight first = FirstNight.shared();
  private final Map<String, String> undisturbed = TableState.rows(first.ask());

  @TempDir static Path folder;

  private final Random random = new Random(SEED);

  @Test
  void a_run_after_a_killed_one_gives_the_tables_of_an_undisturbed_one() throws Exception {
    try (FaultFigures figures = new FaultFigures(FAULT)) {
      int first = Math.max(1, ROUNDS / SHARE_OF_FIRST);
      for (int round = 0; round < first; round++) {
        figures.round();
        Step step = STEPS.get(round % STEPS.size());
        int delay = random.nextInt(LONGEST_WAIT_MILLIS);
        String moment = "round " + round + ", " + step + " + " + delay + " ms, seed " + SEED;
        System.out.println("killing in " + moment);
        Path home = Files.createDirectories(folder.resolve("round-" + round));

        boolean killed = killed(home, step, delay);
        assertThat(killed || MANY).as("killed in time, " + moment).isTrue();

        long server = postmaster(home);
        try (EmbeddedServer again = EmbeddedServer.open(home)) {
          if (killed) {
            assertThat(postmaster(home)).as("found again, " + moment).isEqualTo(server);
          }
          look(ask(again), figures, moment);
          assertThat(Cli.run(night(home)).exit()).as(moment).isZero();
          checkEnd(ask(again), killed, figures, moment);
          List<String> left = Leftovers.of(ask(again), home.resolve("warehouse"));
          figures.left(left.size());
          assertThat(left).as("left behind, " + moment).isEmpty();
        }
        figures.good();
      }
      laterNights(first, figures);
    }
  }

  /** On one catalog: each round is a night that is otherwise and is killed, and one as usual. */
  @SuppressWarnings("try") // The photos are changed for as long as a night runs, no more.
  private void laterNights(int first, FaultFigures figures) throws Exception {
    Path home = Files.createDirectories(folder.resolve("settled"));
    SettledCatalog catalog =
        new SettledCatalog(this.first.photos(), home, home.resolve("warehouse"));
    try (EmbeddedServer server = EmbeddedServer.open(home)) {
      Database database = new Database(server.settings());
      new Migrations(database).migrate();
      Path photos = this.first.photos();
      new Catalogs(database).create(photos.getFileName().toString(), List.of(photos.toString()));
      catalog.settle(ask(server));
      if (MANY) {
        catalog.rehearse(ask(server));
      }
    }
    for (int round = first; round < ROUNDS; round++) {
      figures.round();
      Variation variation =
          MANY && round > first
              ? Variation.values()[random.nextInt(Variation.values().length)]
              : Variation.PROFILE;
      String moment = "round " + round + ", " + variation + ", seed " + SEED;
      boolean killed;
      try (Variation.Photos changed = variation.begin(this.first.photos())) {
        killed =
            round > first
                ? killedAnywhere(catalog, home, variation)
                : killedAfterGroups(catalog, home);
      }
      try (EmbeddedServer again = EmbeddedServer.open(home)) {
        Ask ask = ask(again);
        boolean whole = catalog.isWhole(ask, variation);
        figures.look(whole);
        assertThat(whole).as("all or nothing, " + moment).isTrue();
        Cli.Ended ended = catalog.night();
        assertThat(ended.exit()).as(moment + ": " + ended.err()).isZero();
        assertThat(catalog.all(ask)).as(moment).isEqualTo(catalog.undisturbed());
        List<String> left = Leftovers.of(ask, home.resolve("warehouse"));
        figures.left(left.size());
        assertThat(left).as("left behind, " + moment).isEmpty();
        if (killed) {
          List<String> failed = ask.rows(TableState.FAILED_STEP);
          figures.disturbed(failed.get(failed.size() - 1));
        }
      }
      figures.good();
    }
  }

  /** The groups are new, their members are not: whoever takes them together shows nonsense. */
  private boolean killedAfterGroups(SettledCatalog catalog, Path home) throws Exception {
    Map<String, Long> before = TableState.versions(home);
    String groups = GroupsTable.SPEC.name();
    StartedNight night = start(catalog, home, Variation.PROFILE);
    assertThat(night.commits(home.resolve("warehouse/" + groups), before.get(groups) + 1)).isTrue();
    night.kill();
    assertThat(TableState.versions(home))
        .containsEntry(groups, before.get(groups) + 1)
        .containsEntry(MembersTable.SPEC.name(), before.get(MembersTable.SPEC.name()));
    return true;
  }

  private boolean killedAnywhere(SettledCatalog catalog, Path home, Variation variation)
      throws Exception {
    Step step = STEPS.get(random.nextInt(STEPS.size()));
    int delay = random.nextInt(LONGEST_WAIT_MILLIS);
    System.out.println("killing " + variation + " in " + step + " + " + delay + " ms");
    StartedNight night = start(catalog, home, variation);
    boolean ended = !night.begins(step) || night.endsWithin(delay);
    night.kill();
    return !ended;
  }

  private StartedNight start(SettledCatalog catalog, Path home, Variation variation)
      throws IOException {
    Launcher launcher = new Launcher(home);
    return new StartedNight(
        launcher, launcher.start(catalog.arguments(variation.arguments())), home);
  }

  /** Readers see all of a run or nothing. */
  private void look(Ask ask, FaultFigures figures, String moment) {
    Map<String, String> seen = TableState.rows(ask);
    boolean nothing = seen.get("images").equals(TableState.NO_ROWS);
    boolean whole = nothing ? isEmpty(seen) : seen.equals(undisturbed);
    figures.look(whole);
    assertThat(whole).as("all or nothing, " + moment + ": " + seen).isTrue();
  }

  private static boolean isEmpty(Map<String, String> seen) {
    return seen.entrySet().stream()
        .filter(table -> !table.getKey().equals("catalogs"))
        .allMatch(table -> table.getValue().equals(TableState.NO_ROWS));
  }

  private void checkEnd(Ask ask, boolean killed, FaultFigures figures, String moment) {
    assertThat(TableState.rows(ask)).as(moment).isEqualTo(undisturbed);
    List<String> ends =
        ask.rows(
            "SELECT status, exit_code FROM lumina.jobs WHERE parent_id IS NULL"
                + " ORDER BY created_at");
    if (killed) {
      assertThat(ends).as(moment).containsExactly("FAILURE|2", "SUCCESS|0");
      figures.disturbed(ask.one(TableState.FAILED_STEP));
    }
  }

  /** Whether the kill came in time. */
  private boolean killed(Path home, Step step, int delay) throws Exception {
    Launcher launcher = new Launcher(home);
    StartedNight night = new StartedNight(launcher, launcher.start(night(home)), home);
    boolean ended = !night.begins(step) || night.endsWithin(delay);
    night.kill();
    return !ended;
  }

  private String[] night(Path home) {
    return PhotoFolder.night(first.photos(), "--home", home.toString());
  }

  private static Ask ask(EmbeddedServer server) {
    return new Ask(new Database(server.settings()));
  }

  private static long postmaster(Path home) throws IOException {
    Path file = home.resolve("postgres/postmaster.pid");
    return Files.exists(file) ? Long.parseLong(Files.readAllLines(file).get(0).strip()) : 0;
  }
}
