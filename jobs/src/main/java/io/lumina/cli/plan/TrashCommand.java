package io.lumina.cli.plan;

import io.lumina.act.ApplyBody;
import io.lumina.act.Purge;
import io.lumina.act.plan.TrashedUnits;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.CatalogChoice;
import io.lumina.catalog.Catalogs;
import io.lumina.cli.option.CatalogOption;
import io.lumina.cli.option.FormatOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.failure.ExitCode;
import io.lumina.ledger.PlanRuns;
import io.lumina.ledger.RunId;
import io.lumina.run.CatalogRun;
import io.lumina.run.Summary;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Step;
import io.lumina.session.DatabaseSession;
import io.lumina.session.RunOptions;
import io.lumina.store.CatalogLock;
import io.lumina.text.Spoken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What plans put aside. */
@Command(
    name = "trash",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Lists what plans put into the trash, brings files back, or removes them for good.")
public final class TrashCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "trash needs one of list, restore, purge");
  }

  @Command(description = "Lists the files in the trash.", mixinStandardHelpOptions = true)
  int list(@Mixin GlobalOptions options, @Mixin FormatOption format) {
    return Ask.of(
        options,
        """
        SELECT c.name AS catalog, o.source_path AS was, o.size_bytes AS bytes,
          date_trunc('second', o.done_at) AS since, o.reason, o.plan_id AS plan, o.target_path AS lies
        FROM lumina.plan_operations o JOIN lumina.plans p ON p.id = o.plan_id
        JOIN lumina.catalogs c ON c.id = p.catalog_id
        WHERE o.kind = 'trash' AND o.state = 'done' AND o.purged_at IS NULL
        ORDER BY o.done_at DESC, o.number\
        """,
        format.value());
  }

  @Command(
      description = "Brings a picture back to where it lay, with all that belongs to it.",
      mixinStandardHelpOptions = true)
  int restore(
      @Mixin GlobalOptions options,
      @Parameters(
              paramLabel = "PICTURE",
              description = "The path where it lay, or the id of the picture.")
          String picture) {
    RunRequest request =
        RunRequest.of(PlanRuns.UNDO, options.values()).doing(List.of(Step.PUBLISH));
    TrashedUnits.Unit unit;
    try (DatabaseSession session = DatabaseSession.openMigrated(options.values())) {
      unit = new TrashedUnits(session.database()).of(picture);
    }
    return new CatalogRun(
            request,
            any -> Optional.of(unit.catalog()),
            ApplyBody.undo(
                unit.plan().toString(),
                operation -> operation.unit().equals(unit.unit()),
                System.out))
        .execute()
        .code();
  }

  @Command(
      description =
          "Says what has lain in the trash for long enough; with --yes removes it for good, which"
              + " cannot be undone. A content that no other file holds stays.",
      mixinStandardHelpOptions = true)
  int purge(
      @Mixin GlobalOptions options,
      @Mixin CatalogOption catalog,
      @Option(
              names = "--older-than",
              paramLabel = "TIME",
              description = "Such as 30d (default: act.keep-trash).")
          String olderThan,
      @Option(names = "--last-copies", description = "Also what no other file holds.")
          boolean lastCopies,
      @Option(names = "--yes", description = "Removes them; without it nothing is done.")
          boolean yes)
      throws IOException {
    if (olderThan != null) {
      options.set("act.keep-trash", olderThan);
    }
    RunOptions chosen = options.values();
    Duration age = chosen.conf().duration("act.keep-trash");
    try (DatabaseSession session = DatabaseSession.openMigrated(chosen)) {
      Catalog of =
          new CatalogChoice(new Catalogs(session.database())).of(catalog.name(), List.of());
      String run = RunId.of(Instant.now(), "purge", of.name());
      try (CatalogLock lock =
          CatalogLock.acquire(session.database(), of, chosen.home().warehouse(), run)) {
        Purge purge = new Purge(session.database(), of.id());
        Purge.Due due = purge.due(Instant.now().minus(age), lastCopies);
        long bytes = due.going().stream().mapToLong(Purge.Item::bytes).sum();
        System.out.println("Catalog " + of.name());
        line(
            "due",
            "%s, %s; this cannot be undone"
                .formatted(Spoken.many(due.going().size(), "file"), Spoken.bytes(bytes)));
        line("stay", Spoken.many(due.staying().size(), "file") + " that no other file equals");
        if (!yes) {
          line("note", "Nothing was removed; --yes does it");
          return ExitCode.SUCCESS.code();
        }
        List<Purge.Item> stayed = purge.remove(due.going(), lastCopies, lock);
        stayed.forEach(
            item -> line("stays", item.file() + ": no other copy holds its content any more"));
        line("removed", Spoken.many(due.going().size() - stayed.size(), "file"));
        return ExitCode.SUCCESS.code();
      }
    }
  }

  private static void line(String name, String text) {
    System.out.println(Summary.line(name, text));
  }
}
