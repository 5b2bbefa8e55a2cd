package io.lumina.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.faults.FaultFigures;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Catalog;
import io.lumina.postgres.Catalogs;
import io.lumina.postgres.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that want one catalog at the same moment. */
class TwoRunsIT {
  private static final String FAULT = "two-runs";
  private static final int ROUNDS = 5;
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Database database = SharedPostgres.database();
  private final Catalog catalog =
      new Catalogs(database).create("two runs " + UUID.randomUUID(), List.of());

  @TempDir Path warehouse;

  @Test
  void one_wins_and_the_other_is_told_by_whom() throws Exception {
    int rounds = FaultFigures.rounds(FAULT, ROUNDS);
    try (FaultFigures figures = new FaultFigures(FAULT);
        Rival left = rival();
        Rival right = rival()) {
      for (int round = 0; round < rounds; round++) {
        figures.round();
        left.say("go");
        right.say("go");
        List<String> answers = List.of(left.answer(), right.answer());
        assertThat(answers).as("round " + round).filteredOn("won"::equals).hasSize(1);
        Rival winner = answers.get(0).equals("won") ? left : right;
        assertThat(answers.get(winner == left ? 1 : 0))
            .as("round " + round)
            .startsWith("LOCKED Catalog '" + catalog.name() + "' is in use by run run-")
            .contains("process " + winner.pid() + " on " + InetAddress.getLocalHost().getHostName())
            .containsPattern("since \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        left.say("release");
        right.say("release");
        assertThat(List.of(left.answer(), right.answer())).containsOnly("released");
        figures.good();
      }
    }
  }

  @Test
  void a_killed_holder_gives_way_within_five_seconds() throws Exception {
    int rounds = FaultFigures.rounds(FAULT, 1);
    try (FaultFigures figures = new FaultFigures("dead holder");
        Rival heir = rival()) {
      Duration longest = Duration.ZERO;
      for (int round = 0; round < rounds; round++) {
        figures.round();
        try (Rival holder = rival()) {
          holder.say("go");
          assertThat(holder.answer()).isEqualTo("won");
          Instant killed = holder.kill();
          String answer = "";
          while (!answer.equals("won")) {
            heir.say("go");
            answer = heir.answer();
            assertThat(Duration.between(killed, Instant.now())).as(answer).isLessThan(SOON);
          }
          Duration waited = Duration.between(killed, Instant.now());
          longest = waited.compareTo(longest) > 0 ? waited : longest;
          heir.say("release");
          assertThat(heir.answer()).isEqualTo("released");
        }
        figures.good();
      }
      figures.note("free after " + longest.toMillis() + " ms at most");
    }
  }

  private Rival rival() throws IOException {
    return new Rival(
        database.settings().url(),
        new Ask(database).one("SHOW data_directory"),
        catalog.name(),
        warehouse.toString());
  }
}
