package io.lumina.cli;

import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import io.lumina.postgres.Catalog;
import io.lumina.postgres.Catalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the catalog that a command is about, and makes it on first use. */
final class CatalogChoice {
  private final Catalogs catalogs;

  CatalogChoice(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  /**
   * The catalog of a request.
   *
   * @throws LuminaException when it is not there and nothing says what it should hold
   */
  Catalog of(RunRequest request) {
    List<String> photos = request.photos().stream().map(SourcePath::of).toList();
    Optional<String> name =
        request.catalog().or(() -> photos.stream().findFirst().map(SourcePath::lastName));
    if (name.isEmpty()) {
      return only();
    }
    Catalog found = photos.isEmpty() ? catalogs.get(name.get()) : withSources(name.get(), photos);
    for (String source : photos) {
      if (!found.sourceDirectories().contains(source)) {
        throw new LuminaException(
            ExitCode.USAGE,
            "The catalog '"
                + name.get()
                + "' has other sources ("
                + String.join(", ", found.sourceDirectories())
                + "), not "
                + source
                + "; give this one a name of its own with --catalog, or add the folder with"
                + " lumina catalog add");
      }
    }
    return found;
  }

  /** Two first runs may want to make it at the same moment. */
  private Catalog withSources(String name, List<String> photos) {
    Optional<Catalog> known = catalogs.find(name);
    if (known.isPresent()) {
      return known.get();
    }
    for (String source : photos) {
      if (source.startsWith("/") && !Files.isDirectory(Path.of(source))) {
        throw new LuminaException(
            ExitCode.SOURCE_MISSING,
            Files.exists(Path.of(source))
                ? "The source " + source + " is no directory; name the folder that it lies in"
                : "The source directory "
                    + source
                    + " is not there; mount its disk, or name another with --photos");
      }
    }
    return catalogs.findOrCreate(name, photos);
  }

  private Catalog only() {
    List<Catalog> all = catalogs.list();
    if (all.size() == 1) {
      return all.get(0);
    }
    throw new LuminaException(
        ExitCode.USAGE,
        all.isEmpty()
            ? "There is no catalog yet; make one with lumina nightly --photos DIR"
            : "There are " + all.size() + " catalogs; name one with --catalog");
  }
}
