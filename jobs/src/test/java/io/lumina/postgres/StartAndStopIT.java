package io.lumina.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.faults.FaultFigures;
import io.lumina.postgres.server.EmbeddedServer;
import io.lumina.postgres.server.PostmasterPid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that open the server, write a row and close it, again and again, killed at random
 * moments, alone or with their server. {@code scripts/fault-tests start} does many rounds.
 */
class StartAndStopIT {
  private static final String FAULT = "start";
  private static final int LONGEST_MILLIS = 5000;

  @TempDir Path home;

  @Test
  void whenever_a_start_or_stop_is_killed_the_server_starts_and_has_every_row() throws Exception {
    Random random = new Random(FaultFigures.seed());
    List<String> committed = new ArrayList<>();
    try (FaultFigures figures = new FaultFigures(FAULT)) {
      int rounds = FaultFigures.rounds(FAULT, 4);
      for (int round = 0; round < rounds; round++) {
        figures.round();
        int delay = random.nextInt(LONGEST_MILLIS);
        Victims victims = Victims.values()[random.nextInt(Victims.values().length)];
        System.out.println("round " + round + ": " + victims + " after " + delay + " ms");
        committed.addAll(killed(round, delay, victims, figures));
        try (EmbeddedServer again = EmbeddedServer.open(home)) {
          Ask ask = new Ask(new Database(again.settings()));
          List<String> there = committed.isEmpty() ? List.of() : ask.rows("SELECT word FROM kept");
          assertThat(there).as("round " + round).containsAll(committed);
        }
        figures.good();
      }
    }
    assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(home.resolve("postgres-owner")).doesNotExist();
  }

  /** What a process said that it had committed when it was killed. */
  private List<String> killed(int round, int delay, Victims victims, FaultFigures figures)
      throws Exception {
    Process child = Child.java(WriteAgain.class, home.toString(), "round " + round);
    boolean ended = child.waitFor(delay, TimeUnit.MILLISECONDS);
    assertThat(ended).as("it goes on until it is killed").isFalse();
    List<ProcessHandle> server = victims == Victims.PROCESS ? List.of() : server();
    if (victims != Victims.SERVER) {
      // Unlike Process.destroyForcibly, it leaves what was said to be read.
      child.toHandle().destroyForcibly();
    }
    server.forEach(ProcessHandle::destroyForcibly);
    // One whose server is killed ends by itself, or opens it again.
    if (victims == Victims.SERVER) {
      child.getOutputStream().close();
    }
    List<String> said = child.inputReader().lines().toList();
    child.waitFor();
    figures.disturbed(victims.name().toLowerCase(Locale.ROOT));
    return said;
  }

  private List<ProcessHandle> server() throws IOException {
    Path file = home.resolve("postgres/postmaster.pid");
    if (!Files.exists(file)) {
      return List.of();
    }
    return PostmasterPid.ofLiving(home.resolve("postgres")).stream()
        .flatMap(pid -> ProcessHandle.of(pid.pid()).stream())
        .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
        .toList();
  }

  /** Who is killed. */
  private enum Victims {
    PROCESS,
    SERVER,
    BOTH
  }

  /** Opens, writes, says so, closes, until it is killed or its input ends. */
  public static final class WriteAgain {
    private WriteAgain() {}

    /** Home and a word. */
    public static void main(String[] arguments) throws IOException {
      for (int row = 0; System.in.available() == 0 && row < 1000; row++) {
        String word = arguments[1] + " row " + row;
        try (EmbeddedServer server = EmbeddedServer.open(Path.of(arguments[0]))) {
          Ask ask = new Ask(new Database(server.settings()));
          ask.execute("CREATE TABLE IF NOT EXISTS kept (word text)");
          ask.execute("INSERT INTO kept VALUES (?)", word);
          System.out.println(word);
        } catch (RuntimeException serverKilled) {
          System.exit(0);
        }
      }
    }
  }
}
