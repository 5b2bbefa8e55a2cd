package io.lumina.cli;

import io.lumina.cli.option.GlobalOptions;
import io.lumina.postgres.Migrations;
import io.lumina.session.DatabaseSession;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings PostgreSQL to the current schema. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "Brings PostgreSQL to the current schema.")
final class MigrateCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;

  @Option(names = "--dry-run", description = "Says what would be done and does nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    try (DatabaseSession session = DatabaseSession.open(options.values())) {
      Migrations migrations = new Migrations(session.database());
      if (dryRun) {
        List<String> pending = migrations.pending();
        pending.forEach(System.out::println);
        System.out.println(pending.size() + " migrations to apply");
      } else {
        System.out.println(migrations.migrate() + " migrations applied");
      }
      return 0;
    }
  }
}
