package io.lumina.scan;

import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.Progress;
import io.lumina.scan.list.NameRules;
import io.lumina.scan.list.PathNames;
import io.lumina.scan.list.ScanConfig;
import io.lumina.scan.list.SourceRoots;
import io.lumina.store.Store;
import io.lumina.table.FilesTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Folders of a test with files of chosen sizes and times, and the catalog that scans them. */
public final class Sources {
  public static final NameRules NAMES =
      new NameRules(
          List.of("jpg", "nef"), List.of("xmp", "json"), List.of(".*", "@eaDir"), List.of(".*"));
  static final String CATALOG = "5f1e1f0a-0000-4000-8000-000000000001";
  private static final Instant NOON = Instant.parse("2024-05-31T12:00:00Z");

  private final Path folder;
  private final Store store;

  public Sources(Path folder, Store store) {
    this.folder = folder;
    this.store = store;
  }

  public Store store() {
    return store;
  }

  /** The path of a name below the folder of the test. */
  public String path(String name) {
    return folder.resolve(name).toString();
  }

  /** A file whose size is its whole content, changed so many minutes after noon. */
  public Sources file(String name, int size, int minutes) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, new byte[size]);
      Files.setLastModifiedTime(file, FileTime.from(NOON.plusSeconds(60L * minutes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Sources move(String from, String to) {
    try {
      Files.createDirectories(folder.resolve(to).getParent());
      Files.move(folder.resolve(from), folder.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Sources delete(String... names) {
    for (String name : names) {
      try {
        Files.delete(folder.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  /** A scan of these folders that stops when more than a fifth vanished. */
  public JobReport scan(String run, String... roots) {
    return scan(run, config(Optional.empty(), false, roots));
  }

  JobReport scanAccepting(String run, String... roots) {
    return scan(run, config(Optional.empty(), true, roots));
  }

  public JobReport scan(String run, ScanConfig config) {
    return new ScanJob().run(config, new JobContext(store, CATALOG, run, Progress.SILENT));
  }

  public ScanConfig config(Optional<String> listing, boolean acceptMissing, String... roots) {
    return new ScanConfig(
        new SourceRoots(List.of(roots).stream().map(this::path).toList()),
        listing,
        NAMES,
        List.of(),
        false,
        0.2,
        acceptMissing);
  }

  /** The catalog's files by their path below the folder of the test. */
  public Map<String, Row> files() {
    return store.read(FilesTable.SPEC).collectAsList().stream()
        .collect(
            Collectors.toMap(
                row -> PathNames.below(folder.toString(), row.getAs(FilesTable.SOURCE_PATH)),
                Function.identity()));
  }

  /** One column of the catalog's files. */
  public Map<String, Object> column(String name) {
    return files().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> String.valueOf(entry.getValue().<Object>getAs(name))));
  }

  /** The counts that are not zero. */
  public static Map<String, Long> changes(JobReport report) {
    return report.counts().entrySet().stream()
        .filter(entry -> entry.getValue() != 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
