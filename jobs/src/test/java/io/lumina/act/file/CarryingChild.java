package io.lumina.act.file;

import io.lumina.postgres.Child;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program of its own that carries operations out, to be killed. */
final class CarryingChild {
  private CarryingChild() {}

  /** Arguments: file of operations, journal, direction, roots. */
  public static void main(String[] arguments) throws IOException {
    List<PlanUnit> units = read(Path.of(arguments[0]));
    Direction direction = Direction.valueOf(arguments[2]);
    Path[] roots = new Path[arguments.length - 3];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = Path.of(arguments[i + 3]);
    }
    System.out.println("begins");
    MadeUnits.carry(
        Path.of(arguments[1]),
        direction == Direction.FORWARD ? units : MadeUnits.reversed(units),
        direction,
        roots);
  }

  /** Starts it; its first line of output says that it begins. */
  static Process start(Path operations, Path journal, Direction direction, Path... roots)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of(operations.toString(), journal.toString(), direction.name()));
    for (Path root : roots) {
      arguments.add(root.toString());
    }
    return Child.java(
        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
        CarryingChild.class,
        arguments.toArray(String[]::new));
  }

  static void write(Path file, List<PlanUnit> units) throws IOException {
    List<String> lines = new ArrayList<>();
    for (PlanUnit unit : units) {
      for (Operation operation : unit.operations()) {
        List<String> words =
            List.of(
                operation.unit(),
                operation.kind().word(),
                operation.source().toString(),
                operation.target().toString(),
                operation.sha256(),
                Long.toString(operation.size()),
                operation.modified().toString());
        lines.add(new JournalLine(operation.number(), words).text().stripTrailing());
      }
    }
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  private static List<PlanUnit> read(Path file) throws IOException {
    Map<String, List<Operation>> units = new LinkedHashMap<>();
    long number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      List<String> words = JournalLine.read(line, number).orElseThrow().words();
      units
          .computeIfAbsent(words.get(0), any -> new ArrayList<>())
          .add(
              new Operation(
                  number,
                  words.get(0),
                  OperationKind.of(words.get(1)),
                  Path.of(words.get(2)),
                  Path.of(words.get(3)),
                  words.get(4),
                  Long.parseLong(words.get(5)),
                  Instant.parse(words.get(6)),
                  "made",
                  List.of()));
      number++;
    }
    return units.values().stream().map(PlanUnit::new).toList();
  }
}
