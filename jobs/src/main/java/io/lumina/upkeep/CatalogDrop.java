package io.lumina.upkeep;

import io.lumina.act.file.TrashManifests;
import io.lumina.act.plan.TrashedUnits;
import io.lumina.backup.Backup;
import io.lumina.backup.BackupFolder;
import io.lumina.backup.BackupSummary;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.ledger.RunId;
import io.lumina.postgres.Database;
import io.lumina.run.NightBackup;
import io.lumina.run.Summary;
import io.lumina.run.step.JobConfigs;
import io.lumina.scan.LastListing;
import io.lumina.session.DatabaseSession;
import io.lumina.session.RunOptions;
import io.lumina.session.Sessions;
import io.lumina.session.StorageSettings;
import io.lumina.store.CatalogLock;
import io.lumina.store.Store;
import io.lumina.store.WarehousePlace;
import io.lumina.table.TableSpec;
import io.lumina.table.WarehouseTables;
import io.lumina.text.Spoken;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets a catalog while nobody runs on it: first in the database, which gives its id to no other
 * catalog, then its rows in the warehouses. Whatever is left there when this dies belongs to
 * nobody.
 */
public final class CatalogDrop {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogDrop.class);

  private final RunOptions options;
  private final PrintStream out;

  public CatalogDrop(RunOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /**
   * Drops the catalog of a name.
   *
   * @throws io.lumina.failure.LuminaException (usage) when there is none; (locked) when a run goes
   *     on
   */
  public void of(String name) {
    try (DatabaseSession session = DatabaseSession.openMigrated(options)) {
      Catalogs catalogs = new Catalogs(session.database());
      Catalog catalog = catalogs.get(name);
      List<String> there = new ArrayList<>();
      List<String> away = new ArrayList<>();
      for (String warehouse : warehouses(session.database(), catalog)) {
        (isThere(warehouse) ? there : away).add(warehouse);
      }
      String runId = RunId.of(Instant.now(), "drop", name);
      try (CatalogLock lock = CatalogLock.acquire(session.database(), catalog, there, runId)) {
        Optional<String> kept = keep(session.database(), name);
        long trashed = new TrashedUnits(session.database()).files(catalog.id());
        catalogs.drop(catalog);
        out.println("dropped " + name);
        if (trashed > 0) {
          out.println(
              Summary.line(
                  "note",
                  "%s lie in the folders %s of its sources; the manifest there says where each one lay, and no undo brings it back"
                      .formatted(Spoken.many(trashed, "file"), TrashManifests.TRASH)));
        }
        kept.ifPresent(words -> out.println(Summary.line("decisions", words)));
        remove(there, catalog, lock, runId);
      }
      away.forEach(warehouse -> stays(warehouse, "is not there"));
    }
  }

  /** What people decided goes to a backup first: a drop by mistake loses none of it. */
  private Optional<String> keep(Database database, String name) {
    BackupFolder folder =
        BackupFolder.beside(options.home().warehouse(), StorageSettings.ofThisProgram());
    try {
      BackupSummary kept = new Backup(database, folder).write(Instant.now()).summary();
      return Optional.of(kept)
          .filter(summary -> !summary.isEmpty())
          .map(summary -> NightBackup.words(summary) + " kept in " + folder);
    } catch (IOException failed) {
      throw new LuminaException(
          ExitCode.SAFETY_GUARD,
          "What people decided in '%s' could not be kept in %s (%s), so nothing was dropped; make that place writable, or choose another with --warehouse"
              .formatted(name, folder, failed.getMessage()),
          failed);
    }
  }

  /** Those that its runs wrote, and that of this home. */
  private Set<String> warehouses(Database database, Catalog catalog) {
    Set<String> all = new LinkedHashSet<>();
    database
        .first(
            "warehouses",
            """
            SELECT array_agg(DISTINCT parameters->>'warehouse')
              FILTER (WHERE parameters->>'warehouse' IS NOT NULL)
            FROM lumina.jobs WHERE catalog_id = ?\
            """,
            row -> row.getArray(1) == null ? null : (String[]) row.getArray(1).getArray(),
            catalog.id())
        .ifPresent(known -> all.addAll(List.of(known)));
    Optional.of(options.home().warehouse()).filter(CatalogDrop::isThere).ifPresent(all::add);
    return all;
  }

  private static boolean isThere(String warehouse) {
    try {
      Path place = new Path(warehouse);
      return place.getFileSystem(StorageSettings.ofThisProgram()).exists(place);
    } catch (IOException away) {
      LOG.warn("the warehouse {} cannot be reached", warehouse, away);
      return false;
    }
  }

  private void remove(List<String> warehouses, Catalog catalog, CatalogLock lock, String runId) {
    if (warehouses.isEmpty()) {
      return;
    }
    try (Sessions session = Sessions.open("catalog drop")) {
      session.run(
          spark -> {
            warehouses.forEach(warehouse -> remove(spark, warehouse, catalog, lock, runId));
            return warehouses;
          });
    }
  }

  private void remove(
      SparkSession spark, String warehouse, Catalog catalog, CatalogLock lock, String runId) {
    Store store = new Store(spark, warehouse, new JobConfigs(options.conf()).retention(), lock);
    try {
      for (TableSpec table : WarehouseTables.ALL) {
        if (!table.partitionedBy().isEmpty()) {
          store.remove(table, catalog.id().toString(), runId);
        }
      }
      WarehousePlace.onDisk(warehouse)
          .folder()
          .ifPresent(folder -> LastListing.forget(folder, catalog.id().toString()));
      out.println(Summary.line("removed", "its rows from the tables of " + warehouse));
    } catch (Exception failed) {
      // Spark throws exceptions that it does not declare.
      LOG.error("the rows of {} stay in {}", catalog.id(), warehouse, failed);
      stays(warehouse, "failed (" + failed.getMessage() + ")");
    }
  }

  private void stays(String warehouse, String why) {
    out.println(
        Summary.line(
            "note",
            "The warehouse %s %s: rows of the catalog stay there, and no catalog will find them"
                .formatted(warehouse, why)));
  }
}
