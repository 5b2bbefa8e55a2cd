package io.lumina.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.faults.FaultFigures;
import io.lumina.faults.Lookout;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that want one catalog at the same moment. */
class TwoRunsIT {
  private static final String FAULT = "two-runs";
  private static final String VANISHED = "vanished";
  private static final int ROUNDS = 5;

  /** An address of documentation (RFC 5737) that no machine has. */
  private static final String OTHER_MACHINE = "192.0.2.77";

  /** Asked of a machine that does nothing else. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final int LONGEST_SECONDS = 60;

  private final Database database = SharedPostgres.database();
  private final Catalog catalog =
      new Catalogs(database).create("two runs " + UUID.randomUUID(), List.of());

  /** The process of a machine that only seems to vanish keeps its files locked. */
  private static final String AWAY = "s3a://tables/warehouse";

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
  void a_killed_holder_gives_way_soon() throws Exception {
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
          Duration waited = taken(heir, killed);
          longest = waited.compareTo(longest) > 0 ? waited : longest;
        }
        figures.good();
      }
      figures.note("free after " + longest.toMillis() + " ms at most");
    }
  }

  /** The address of its end of the connection goes away, as with the machine that has it. */
  @Test
  @EnabledIfSystemProperty(named = FaultFigures.WANTED, matches = VANISHED)
  void a_holder_whose_machine_vanishes_gives_way_within_five_seconds() throws Exception {
    try (FaultFigures figures = new FaultFigures(VANISHED);
        Rival heir = rival(database.settings().url(), AWAY)) {
      Duration longest = Duration.ZERO;
      for (int round = 0; round < FaultFigures.rounds(VANISHED, 1); round++) {
        figures.round();
        address("add");
        admit();
        try (Rival holder =
            rival(database.settings().url() + "?localSocketAddress=" + OTHER_MACHINE, AWAY)) {
          holder.say("go");
          assertThat(holder.answer()).isEqualTo("won");
          Instant vanished = Instant.now();
          address("del");
          Duration waited = taken(heir, vanished);
          longest = waited.compareTo(longest) > 0 ? waited : longest;
        }
        figures.good();
      }
      figures.note("free after " + longest.toMillis() + " ms at most");
    }
  }

  /** The server of the tests takes connections of this machine only. */
  private void admit() throws IOException {
    Ask ask = new Ask(database);
    Files.writeString(
        Path.of(ask.one("SHOW hba_file")),
        "\nhost all all " + OTHER_MACHINE + "/32 scram-sha-256\n",
        StandardOpenOption.APPEND);
    assertThat(ask.one("SELECT pg_reload_conf()")).isEqualTo("t");
  }

  private static void address(String what) throws Exception {
    Process ip =
        new ProcessBuilder("ip", "addr", what, OTHER_MACHINE + "/32", "dev", "lo")
            .inheritIO()
            .start();
    assertThat(ip.waitFor()).as("ip addr " + what + " (as root)").isZero();
  }

  /** How long it took until the heir had the catalog, which it gives back. */
  private static Duration taken(Rival heir, Instant since) throws Exception {
    Duration waited;
    try (Lookout lookout = new Lookout()) {
      Instant taken = lookout.first(() -> won(heir)).get(LONGEST_SECONDS, TimeUnit.SECONDS);
      waited = Duration.between(since, taken);
    }
    if (System.getProperty(FaultFigures.WANTED) != null) {
      assertThat(waited).isLessThan(SOON);
    }
    heir.say("release");
    assertThat(heir.answer()).isEqualTo("released");
    return waited;
  }

  /** The moment at which it has the catalog; nothing as long as that is another's. */
  private static Optional<Instant> won(Rival heir) throws IOException {
    heir.say("go");
    return heir.answer().equals("won") ? Optional.of(Instant.now()) : Optional.empty();
  }

  private Rival rival() throws IOException {
    return rival(database.settings().url(), warehouse.toString());
  }

  private Rival rival(String url, String tables) throws IOException {
    return new Rival(url, new Ask(database).one("SHOW data_directory"), catalog.name(), tables);
  }
}
