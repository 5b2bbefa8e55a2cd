package io.lumina.act.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.faults.FaultFigures;
import io.lumina.postgres.Child;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At any kill each file exists at least once, bit for bit; what was killed goes on. */
class KilledCarrierIT {
  private static final String FAULT = "act";
  private static final int FEW = 8;
  private static final int KILLS_IN_A_ROW = 4;
  private static final long LONGEST_MILLIS = FaultFigures.isWanted(FAULT) ? 1_200 : 150;

  @TempDir private Path folder;
  private final Random random = new Random(FaultFigures.seed());
  private int kills;

  @Test
  void a_killed_plan_loses_nothing_goes_on_and_is_taken_back() throws Exception {
    int rounds = FaultFigures.rounds(FAULT, FEW);
    int files = FaultFigures.isWanted(FAULT) ? 5_000 : 400;
    try (FaultFigures figures = new FaultFigures(FAULT)) {
      for (int history = 0; kills < rounds; history++) {
        OperationKind kind = history % 3 == 2 ? OperationKind.COPY : OperationKind.MOVE;
        Path target = history % 2 == 0 ? elsewhere() : folder.resolve("to" + history);
        try {
          play(folder.resolve("from" + history), target, kind, files, rounds, figures);
        } finally {
          delete(target);
        }
      }
      figures.note(files + " files, in units of one to four");
    }
  }

  private void play(
      Path source, Path target, OperationKind kind, int files, int rounds, FaultFigures figures)
      throws Exception {
    Files.createDirectories(target);
    List<PlanUnit> units = MadeUnits.make(source, target, kind, files, random.nextLong());
    List<String> before = Trees.exactly(source);
    List<String> targetBefore = Trees.exactly(target);
    Map<String, Long> contents = Trees.contents(source);
    Path operations = source.resolveSibling(source.getFileName() + ".operations");
    CarryingChild.write(operations, units);
    Path journal = source.resolveSibling(source.getFileName() + ".journal");

    for (Direction direction : Direction.values()) {
      for (int i = 0; i < KILLS_IN_A_ROW && kills < rounds; i++) {
        kills++;
        figures.round();
        if (kill(CarryingChild.start(operations, journal, direction, source, target))) {
          figures.disturbed(direction.name().toLowerCase(java.util.Locale.ROOT));
        }
        assertThat(Trees.contents(source, target)).containsOnlyKeys(contents.keySet());
        figures.good();
      }
      Process last = CarryingChild.start(operations, journal, direction, source, target);
      String printed = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(last.waitFor()).as(printed).isZero();
      assertThat(Trees.partials(target)).isEmpty();
      if (direction == Direction.FORWARD) {
        assertThat(Trees.contents(target)).isEqualTo(contents);
        assertThat(Trees.contents(source))
            .isEqualTo(kind == OperationKind.COPY ? contents : Map.of());
      }
    }
    assertThat(Trees.exactly(source)).isEqualTo(before);
    assertThat(Trees.exactly(target)).isEqualTo(targetBefore);
  }

  /** Kills at a random moment; returns whether it had not ended by itself. */
  private boolean kill(Process child) throws IOException, InterruptedException {
    assertThat(Child.firstLine(child)).isEqualTo("begins");
    boolean ended =
        child.waitFor((long) (random.nextDouble() * LONGEST_MILLIS), TimeUnit.MILLISECONDS);
    child.destroyForcibly().waitFor();
    return !ended;
  }

  /** On another file system where there is one that may be written. */
  private Path elsewhere() throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "lumina-test")
        : folder.resolve("elsewhere" + kills);
  }

  private static void delete(Path tree) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> all = Files.walk(tree)) {
      all.sorted(Comparator.reverseOrder()).forEach(paths::add);
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
