package io.lumina.store;

import io.lumina.table.TableSpec;
import io.lumina.table.WarehouseTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Removes what no version inside the window needs, from all tables of a warehouse (Delta VACUUM).
 * Whoever calls holds the warehouse, not only a catalog of it ({@link CatalogLock} takes both). No
 * table gets a new version by it, but one whose properties say another window.
 */
public final class Vacuum {
  private final Store store;
  private final Retention retention;

  public Vacuum(Store store, Retention retention) {
    this.store = Objects.requireNonNull(store, "store");
    this.retention = Objects.requireNonNull(retention, "retention");
  }

  /** The longest window that a table of a warehouse promises; none where there is no table. */
  public static Optional<Retention> promised(Store store) {
    return WarehouseTables.ALL.stream()
        .filter(store::exists)
        .map(store::promised)
        .max(Comparator.comparing(Retention::window));
  }

  /** Makes the properties of tables that are there say the window, where they say another. */
  public void align() {
    for (TableSpec table : WarehouseTables.ALL) {
      if (store.exists(table)) {
        store.keep(table, retention);
      }
    }
  }

  /**
   * Tables that had commits between the two: what they replaced may go. The record of runs is none
   * of them: rows are added there and never replaced.
   *
   * @param lastHorizon of the last vacuum, or the beginning of time
   */
  public List<TableSpec> due(Instant lastHorizon, Instant horizon) {
    return WarehouseTables.COMPUTED.stream()
        .filter(table -> store.files(table).isDue(lastHorizon, horizon))
        .toList();
  }

  /** Vacuums tables. */
  public Result run(List<TableSpec> tables) {
    List<String> names = new ArrayList<>();
    long files = 0;
    long bytes = 0;
    for (TableSpec table : tables) {
      LogFiles.Size before = store.files(table).data();
      store.vacuum(table, retention);
      LogFiles.Size after = store.files(table).data();
      names.add(table.name());
      files += before.files() - after.files();
      bytes += before.bytes() - after.bytes();
    }
    return new Result(names, files, bytes);
  }

  /**
   * What a vacuum did.
   *
   * @param tables by name
   * @param files removed
   * @param bytes of these
   */
  public record Result(List<String> tables, long files, long bytes) {
    public Result {
      tables = List.copyOf(tables);
    }
  }
}
