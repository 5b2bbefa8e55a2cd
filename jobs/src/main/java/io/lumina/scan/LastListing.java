package io.lumina.scan;

import io.lumina.store.Retention;
import io.lumina.store.TableMark;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the last scan of a catalog listed, in a few letters beside its tables. It is worth something
 * only together with the version of the table that the scan left.
 *
 * @param warehouseId tells the warehouse from others that ever lie there
 * @param retention of versions of its tables
 * @param digest of the listing
 * @param files the version of the table of files behind the scan
 * @param unchanged files that are unchanged when the same is listed again
 * @param stillMissing files that are missing then
 */
public record LastListing(
    String warehouseId,
    Retention retention,
    String digest,
    TableMark files,
    long unchanged,
    long stillMissing) {
  private static final String WAREHOUSE = "warehouse";
  private static final String RETENTION = "retention";
  private static final Logger LOG = LoggerFactory.getLogger(LastListing.class);
  private static final String DIGEST = "digest";
  private static final String FILES = "files";
  private static final String UNCHANGED = "unchanged";
  private static final String STILL_MISSING = "still_missing";

  public LastListing {
    Objects.requireNonNull(warehouseId, WAREHOUSE);
    Objects.requireNonNull(retention, RETENTION);
    Objects.requireNonNull(digest, DIGEST);
    Objects.requireNonNull(files, FILES);
  }

  /** The one that was kept; none when there is none, or it cannot be understood. */
  static Optional<LastListing> read(Path warehouse, String catalogId) {
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(file(warehouse, catalogId))) {
      kept.load(reader);
      return Optional.of(
          new LastListing(
              kept.getProperty(WAREHOUSE),
              new Retention(Duration.parse(kept.getProperty(RETENTION, ""))),
              kept.getProperty(DIGEST),
              TableMark.parse(kept.getProperty(FILES, "")),
              Long.parseLong(kept.getProperty(UNCHANGED)),
              Long.parseLong(kept.getProperty(STILL_MISSING))));
    } catch (IOException
        | IllegalArgumentException
        | DateTimeParseException
        | NullPointerException noneOfOurs) {
      return Optional.empty();
    }
  }

  /** Puts it in the place of the last one; a reader finds the one or the other. */
  void keep(Path warehouse, String catalogId) {
    Properties kept = new Properties();
    kept.setProperty(WAREHOUSE, warehouseId);
    kept.setProperty(RETENTION, retention.window().toString());
    kept.setProperty(DIGEST, digest);
    kept.setProperty(FILES, files.toString());
    kept.setProperty(UNCHANGED, Long.toString(unchanged));
    kept.setProperty(STILL_MISSING, Long.toString(stillMissing));
    Path file = file(warehouse, catalogId);
    Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
        kept.store(writer, "What the last scan listed; without it the next one does more work");
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      // The old one names another version of the table: the next scan does more work, that is all.
      LOG.warn("the file {} cannot be written", file, failed);
    }
  }

  /** Forgets the last one: nobody walked, or the catalog goes. */
  public static void forget(Path warehouse, String catalogId) {
    try {
      Files.deleteIfExists(file(warehouse, catalogId));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path file(Path warehouse, String catalogId) {
    return warehouse.resolve("listings").resolve(catalogId + ".properties");
  }
}
