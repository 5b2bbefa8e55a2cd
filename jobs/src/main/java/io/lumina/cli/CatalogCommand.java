package io.lumina.cli;

import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.session.DatabaseSession;
import io.lumina.source.SourcePath;
import io.lumina.upkeep.CatalogDrop;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The registry of catalogs. */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Creates, lists, shows and drops catalogs.")
final class CatalogCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "catalog needs one of create, add, list, show, drop");
  }

  @Command(description = "Creates a catalog.", mixinStandardHelpOptions = true)
  int create(
      @Mixin GlobalOptions options,
      @Parameters(paramLabel = "NAME", description = "The catalog.") String name,
      @Option(
              names = "--photos",
              paramLabel = "DIR",
              required = true,
              description = "Source directory or URI; may be repeated.")
          List<String> photos) {
    return with(
        options,
        catalogs -> print(catalogs.create(name, photos.stream().map(SourcePath::of).toList())));
  }

  @Command(description = "Adds source directories to a catalog.", mixinStandardHelpOptions = true)
  int add(
      @Mixin GlobalOptions options,
      @Parameters(paramLabel = "NAME", description = "The catalog.") String name,
      @Option(
              names = "--photos",
              paramLabel = "DIR",
              required = true,
              description = "Source directory or URI; may be repeated.")
          List<String> photos) {
    return with(
        options,
        catalogs ->
            print(
                catalogs.addSourceDirectories(name, photos.stream().map(SourcePath::of).toList())));
  }

  @Command(description = "Lists all catalogs.", mixinStandardHelpOptions = true)
  int list(@Mixin GlobalOptions options) {
    return with(options, catalogs -> catalogs.list().forEach(CatalogCommand::print));
  }

  @Command(description = "Shows one catalog.", mixinStandardHelpOptions = true)
  int show(
      @Mixin GlobalOptions options,
      @Parameters(paramLabel = "NAME", description = "The catalog.") String name) {
    return with(options, catalogs -> print(catalogs.get(name)));
  }

  @Command(
      description =
          "Forgets a catalog with its images, groups, runs and people's decisions, and removes its"
              + " rows from the tables of its warehouses. Pictures are never touched.",
      mixinStandardHelpOptions = true)
  int drop(
      @Mixin GlobalOptions options,
      @Parameters(paramLabel = "NAME", description = "The catalog.") String name,
      @Option(names = "--yes", description = "Really.") boolean yes) {
    if (!yes) {
      throw new LuminaException(
          ExitCode.USAGE,
          "catalog drop forgets '" + name + "' and what people decided in it; say it with --yes");
    }
    new CatalogDrop(options.values(), System.out).of(name);
    return 0;
  }

  private static int with(GlobalOptions options, Consumer<Catalogs> action) {
    try (DatabaseSession session = DatabaseSession.openMigrated(options.values())) {
      action.accept(new Catalogs(session.database()));
      return 0;
    }
  }

  private static void print(Catalog catalog) {
    System.out.println(
        catalog.name()
            + "  "
            + catalog.id()
            + "  "
            + String.join(", ", catalog.sourceDirectories()));
  }
}
