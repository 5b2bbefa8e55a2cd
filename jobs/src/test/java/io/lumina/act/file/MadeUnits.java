package io.lumina.act.file;

import io.lumina.hash.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Units of one to four files with times, permissions and attributes of their own. */
public final class MadeUnits {
  public static final String PLAN = "0a1b";

  private static final int BATCH = 128;
  private static final String[] ENDINGS = {".CR3", ".JPG", ".xmp", ".MOV"};

  private MadeUnits() {}

  /**
   * Makes files and plans their way.
   *
   * @param files at least so many
   * @return units whose operations are numbered through
   */
  public static List<PlanUnit> make(
      Path source, Path target, OperationKind kind, int files, long seed) throws IOException {
    Random random = new Random(seed);
    List<PlanUnit> units = new ArrayList<>();
    int number = 0;
    while (number < files) {
      List<Operation> operations = new ArrayList<>();
      String folder = "été " + number % 7 + "/" + number % 3;
      int size = 1 + random.nextInt(ENDINGS.length);
      for (int i = 0; i < size; i++) {
        String name = "IMG_" + number + ENDINGS[i];
        Path file = source.resolve(folder).resolve("IMG_" + units.size() + "_" + name);
        byte[] bytes = new byte[random.nextInt(20_000)];
        random.nextBytes(bytes);
        write(file, bytes, random);
        operations.add(
            operation(
                number,
                units.size(),
                kind,
                file,
                target.resolve("to " + number % 5).resolve(name)));
        number++;
      }
      units.add(new PlanUnit(operations));
    }
    return units;
  }

  /** A unit of one file. */
  static PlanUnit alone(long number, OperationKind kind, Path from, Path to) throws IOException {
    return new PlanUnit(List.of(operation(number, (int) number, kind, from, to)));
  }

  static Operation operation(long number, int unit, OperationKind kind, Path from, Path to)
      throws IOException {
    return new Operation(
        number,
        "unit-" + unit,
        kind,
        from,
        to,
        Trees.sha256(from),
        Files.size(from),
        Files.getLastModifiedTime(from).toInstant(),
        "made",
        List.of());
  }

  private static void write(Path file, byte[] bytes, Random random) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    UserDefinedFileAttributeView attributes =
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    if (random.nextInt(4) == 0) {
      String value = Sha256.of(bytes).substring(0, 8);
      attributes.write("lumina.test", ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
    }
    if (random.nextInt(4) == 0) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    }
    Files.setLastModifiedTime(
        file,
        FileTime.from(
            Instant.ofEpochSecond(
                1_000_000_000L + random.nextInt(500_000_000), random.nextInt(1_000_000_000))));
  }

  /** Carries them all in batches. */
  static List<Outcome> carry(Path journal, List<PlanUnit> units, Direction direction, Path... roots)
      throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    try (Journal open = Journal.open(journal, PLAN)) {
      Carrier carrier = new Carrier(open, PLAN, direction, List.of(roots));
      for (int i = 0; i < units.size(); i += BATCH) {
        List<PlanUnit> batch =
            units.subList(i, Math.min(i + BATCH, units.size())).stream()
                .filter(unit -> isOpen(open.state(), unit, direction))
                .toList();
        if (!batch.isEmpty()) {
          outcomes.addAll(carrier.carry(batch));
        }
      }
      if (direction == Direction.BACK) {
        Reversal.finish(open.state());
      }
    }
    return outcomes;
  }

  private static boolean isOpen(JournalState state, PlanUnit unit, Direction direction) {
    return unit.operations().stream()
        .map(operation -> state.mark(operation.number()))
        .anyMatch(
            mark ->
                direction == Direction.FORWARD
                    ? mark.isEmpty() || !mark.get().isEnd()
                    : mark.isPresent() && mark.get().isUndoable());
  }

  static List<PlanUnit> reversed(List<PlanUnit> units) {
    List<PlanUnit> back = new ArrayList<>();
    for (int i = units.size() - 1; i >= 0; i--) {
      back.add(new PlanUnit(units.get(i).operations().stream().map(Operation::reversed).toList()));
    }
    return back;
  }
}
