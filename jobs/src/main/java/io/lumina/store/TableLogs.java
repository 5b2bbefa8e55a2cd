package io.lumina.store;

import io.lumina.table.TableSpec;
import io.lumina.table.WarehouseTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** The logs of the tables of a warehouse, read as files: what is asked here needs no Spark. */
public final class TableLogs {
  private final String warehouse;
  private final Configuration storage;

  /**
   * Of a warehouse; a table that is not there stays so.
   *
   * @param warehouse directory, as a Hadoop path
   * @param storage how to reach it
   */
  public TableLogs(String warehouse, Configuration storage) {
    this.warehouse = warehouse;
    this.storage = storage;
  }

  /** The newest versions, as {@link TableMarks#now}; without those of tables that are not there. */
  public TableMarks now(List<TableSpec> tables) {
    Map<String, TableMark> marks =
        tables.stream()
            .flatMap(
                table -> of(table).newest().map(mark -> Map.entry(table.name(), mark)).stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new TableMarks(marks);
  }

  /** Whether a table may hold files that nobody needs any more, as {@link Vacuum#due}. */
  public boolean areDue(Instant lastHorizon, Instant horizon) {
    return WarehouseTables.COMPUTED.stream()
        .anyMatch(table -> of(table).isDue(lastHorizon, horizon));
  }

  private LogFiles of(TableSpec table) {
    return new LogFiles(warehouse + "/" + table.name(), storage);
  }
}
