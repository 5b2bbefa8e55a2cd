package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.faults.FaultFigures;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.postgres.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nights that are started at the same moment, with one home and one catalog. */
class TwoNightsIT {
  private final FirstNight first = FirstNight.shared();
  private final Map<String, String> undisturbed = TableState.rows(first.ask());

  @TempDir Path folder;

  @Test
  void one_does_the_work_and_the_other_is_told_who_does_it() throws Exception {
    int rounds = FaultFigures.rounds("two-runs", 1);
    try (FaultFigures figures = new FaultFigures("two nights")) {
      for (int round = 0; round < rounds; round++) {
        figures.round();
        String moment = "round " + round;
        Path home = folder.resolve("home-" + round);
        StartedNight one = start(home, "one");
        StartedNight other = start(home, "other");

        List<Cli.Ended> ends = ends(one.ended(), other.ended());

        assertThat(ends).as(moment).extracting(Cli.Ended::exit).containsExactly(0, 8);
        assertThat(ends.get(0).err()).as(moment).isEmpty();
        try (EmbeddedServer server = EmbeddedServer.open(home)) {
          Ask ask = new Ask(new Database(server.settings()));
          assertThat(TableState.rows(ask)).as(moment).isEqualTo(undisturbed);
          List<String> left = Leftovers.of(ask, home.resolve("warehouse"));
          figures.left(left.size());
          assertThat(left).as("left behind, " + moment).isEmpty();
          assertThat(ask.rows("SELECT DISTINCT status FROM lumina.jobs"))
              .as(moment)
              .containsExactly("SUCCESS");
          String run = ask.one("SELECT run_id FROM lumina.jobs WHERE job_type = 'nightly'");
          assertThat(ends.get(1).err().lines())
              .as(moment)
              .singleElement()
              .asString()
              .startsWith("lumina: Catalog 'Holiday 2019' is in use by run " + run);
        }
        figures.good();
      }
    }
  }

  private StartedNight start(Path home, String name) throws IOException {
    Launcher launcher = new Launcher(Files.createDirectories(folder.resolve(name)));
    Process driver = launcher.start(PhotoFolder.night(first.photos(), "--home", home.toString()));
    return new StartedNight(launcher, driver, home);
  }

  private static List<Cli.Ended> ends(Cli.Ended... ends) {
    return List.of(ends).stream().sorted(Comparator.comparing(Cli.Ended::exit)).toList();
  }
}
