package io.lumina.cli;

import io.lumina.postgres.Ask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a run has on its way, and should have taken away in the end. */
final class Leftovers {
  private Leftovers() {}

  /**
   * Staging tables, files of the warehouse's staging folder, and runs that are shown as running.
   */
  static List<String> of(Ask ask, Path warehouse) throws IOException {
    List<String> left = new ArrayList<>();
    left.addAll(ask.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'lumina_staging'"));
    left.addAll(ask.rows("SELECT run_id, status FROM lumina.jobs WHERE finished_at IS NULL"));
    Path staging = warehouse.resolve("staging");
    if (Files.exists(staging)) {
      try (Stream<Path> paths = Files.walk(staging)) {
        paths.filter(Files::isRegularFile).map(Path::toString).forEach(left::add);
      }
    }
    return left;
  }
}
