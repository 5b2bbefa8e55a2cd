package io.lumina.cli;

import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the last nights of a database cost, step by step, and how large the tables are after them.
 */
final class NightsCost {
  private static final double MEGA = 1e6;

  private final Ask ask;
  private final int nights;

  /**
   * Of a number of nights.
   *
   * @param nights how many of the runs count, from the last one back
   */
  NightsCost(Database database, int nights) {
    this.ask = new Ask(database);
    this.nights = nights;
  }

  /**
   * Prints the steps of the first and the last night, and the sizes of Delta's and PostgreSQL's.
   */
  void print(Path warehouse) throws IOException {
    List<String> runs =
        ask.rows(
            "SELECT run_id FROM (SELECT run_id, min(started_at) AS began FROM lumina.run_steps"
                + " GROUP BY run_id ORDER BY began DESC LIMIT ?) AS counted ORDER BY began",
            nights);
    if (!runs.isEmpty()) {
      steps("first", runs.get(0));
    }
    if (runs.size() > 1) {
      steps("last", runs.get(runs.size() - 1));
    }
    delta(warehouse);
    postgres();
  }

  private void steps(String night, String run) {
    System.out.println(night + " night|seconds|cpu s|analysis s|tasks|shuffle MB");
    ask.rows(
            """
            SELECT step, counters->>'seconds', counters->>'cpu_seconds',
              counters->>'analysis_seconds', counters->>'tasks',
              round((counters->>'shuffle_bytes')::numeric / 1e6, 1)
            FROM lumina.run_steps
            WHERE run_id = ?
            ORDER BY started_at""",
            run)
        .forEach(System.out::println);
  }

  private static void delta(Path warehouse) throws IOException {
    double all = 0;
    try (Stream<Path> tables = Files.list(warehouse)) {
      for (Path table : tables.filter(Files::isDirectory).sorted().toList()) {
        double size = bytes(table) / MEGA;
        System.out.printf("delta %s: %.1f MB%n", table.getFileName(), size);
        all += size;
      }
    }
    System.out.printf("delta: %.1f MB%n", all);
  }

  private void postgres() {
    String tables = "FROM pg_class c WHERE relnamespace = 'lumina'::regnamespace AND relkind = 'r'";
    String size = "pg_total_relation_size(c.oid)";
    ask.rows(
            "SELECT relname, round(%s / 1e6, 1) %s AND %s > 1e6 ORDER BY 2 DESC"
                .formatted(size, tables, size))
        .forEach(row -> System.out.println("postgres " + row.replace("|", ": ") + " MB"));
    System.out.printf(
        "postgres with indexes: %s MB%n",
        ask.one("SELECT round(sum(%s) / 1e6, 1) %s".formatted(size, tables)));
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(NightsCost::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
