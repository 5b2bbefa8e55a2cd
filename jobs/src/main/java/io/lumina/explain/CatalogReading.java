package io.lumina.explain;

import io.lumina.catalog.Catalog;
import io.lumina.catalog.CatalogChoice;
import io.lumina.catalog.Catalogs;
import io.lumina.config.LuminaConf;
import io.lumina.duplicates.DuplicatesConfig;
import io.lumina.failure.LuminaException;
import io.lumina.ledger.GroupsRun;
import io.lumina.ledger.StepsBefore;
import io.lumina.ledger.WarehouseGuard;
import io.lumina.library.CatalogView;
import io.lumina.postgres.Database;
import io.lumina.run.step.JobConfigs;
import io.lumina.run.step.Step;
import io.lumina.session.DatabaseSession;
import io.lumina.session.RunOptions;
import io.lumina.session.Sessions;
import io.lumina.store.Store;
import io.lumina.store.TableMarks;
import io.lumina.store.WarehousePlace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** A catalog that a command looks at: no lock, no row in the ledger, nothing written. */
public final class CatalogReading implements AutoCloseable {
  private final DatabaseSession database;
  private final Sessions session;
  private final Catalog catalog;
  private final LuminaConf conf;
  private final CatalogView snapshot;
  private final GroupsRun groupsRun;

  private CatalogReading(
      DatabaseSession database,
      Sessions session,
      Catalog catalog,
      LuminaConf conf,
      CatalogView snapshot,
      GroupsRun groupsRun) {
    this.database = database;
    this.session = session;
    this.catalog = catalog;
    this.conf = conf;
    this.snapshot = snapshot;
    this.groupsRun = groupsRun;
  }

  /**
   * Opens a catalog whose duplicates were searched for.
   *
   * @param command for whom
   * @param name of the catalog; may be left out where there is only one
   * @throws LuminaException (usage) when there is no such catalog, or it has no groups yet
   */
  public static CatalogReading open(String command, Optional<String> name, RunOptions options) {
    LuminaConf conf = options.conf();
    new JobConfigs(conf).check();
    DatabaseSession database = DatabaseSession.openMigrated(options);
    try {
      Catalog catalog = new CatalogChoice(new Catalogs(database.database())).of(name, List.of());
      GroupsRun run = GroupsRun.last(database.database(), catalog, conf);
      TableMarks marks =
          new StepsBefore(database.database(), catalog.id(), "")
              .left(Step.DUPLICATES.type())
              .filter(left -> left.hasAll(TableMarks.SHOWN))
              .orElseThrow(() -> GroupsRun.none(catalog));
      Sessions session = Sessions.open(command);
      try {
        String warehouse = options.home().warehouse();
        new WarehouseGuard(database.database(), Set.of())
            .check(
                catalog,
                new WarehousePlace(warehouse, session.spark().sessionState().newHadoopConf()));
        Store store = new Store(session.spark(), warehouse);
        CatalogView snapshot = CatalogView.shown(store, catalog, conf, marks);
        return new CatalogReading(database, session, catalog, conf, snapshot, run);
      } catch (RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  public Catalog catalog() {
    return catalog;
  }

  Database database() {
    return database.database();
  }

  public SparkSession spark() {
    return session.spark();
  }

  public CatalogView tables() {
    return snapshot;
  }

  /** The run that the groups come from. */
  public GroupsRun groupsRun() {
    return groupsRun;
  }

  /** The rule and its limits, as the configuration of this command has them. */
  public DuplicatesConfig duplicates() {
    return new JobConfigs(conf).duplicates(catalog.sourceDirectories());
  }

  @Override
  public void close() {
    session.close();
    database.close();
  }
}
