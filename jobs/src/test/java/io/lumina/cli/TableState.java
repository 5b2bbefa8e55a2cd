package io.lumina.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.SharedSpark;
import io.lumina.postgres.Ask;
import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the tables hold, in a form that can be compared. */
final class TableState {
  private static final List<String> TABLES =
      List.of(
          "catalogs",
          "images",
          "perceptual_hashes",
          "shots",
          "bursts",
          "duplicate_groups",
          "duplicate_members",
          "decisions");

  private static final List<TableSpec> DELTA =
      List.of(
          FilesTable.SPEC,
          AssetsTable.SPEC,
          ShotsTable.SPEC,
          BurstsTable.SPEC,
          GroupsTable.SPEC,
          MembersTable.SPEC);

  private static final String[] RUNS = {
    FilesTable.FIRST_SEEN_RUN, FilesTable.LAST_SEEN_RUN, GroupsTable.RUN_ID
  };

  /** A sum of what is less does not overflow. */
  private static final long PRIME = 1_000_000_007;

  /** What stands for a table without rows. */
  static final String NO_ROWS = "0 rows -";

  /** The steps in which nights failed; one row for each night. */
  static final String FAILED_STEP =
      """
      SELECT coalesce((SELECT job_type FROM lumina.jobs s WHERE s.parent_id = j.id
        AND s.status = 'FAILURE' LIMIT 1), 'between steps')
      FROM lumina.jobs j WHERE parent_id IS NULL AND status = 'FAILURE' ORDER BY created_at\
      """;

  private TableState() {}

  /** Every row of PostgreSQL with the transaction that wrote it: whoever writes is seen. */
  static Map<String, String> rowsAndWriters(Ask ask) {
    return each(ask, "t.xmin::text || t::text");
  }

  /** Every row of PostgreSQL but for names of runs and times of writing. */
  static Map<String, String> rows(Ask ask) {
    return each(
        ask,
        "(to_jsonb(t) - '{first_seen_run,last_seen_run,run_id,created_at,updated_at}'::text[])"
            + "::text");
  }

  /** Version of each Delta table of a home. */
  static Map<String, Long> versions(Path home) {
    Store store = new Store(SharedSpark.session(), home.resolve("warehouse").toString());
    Map<String, Long> versions = new TreeMap<>();
    DELTA.forEach(table -> versions.put(table.name(), store.version(table)));
    return versions;
  }

  /** Every row of the Delta tables but for names of runs. */
  static Map<String, String> deltaRows(Path warehouse) {
    Store store = new Store(SharedSpark.session(), warehouse.toString());
    Map<String, String> states = new TreeMap<>();
    DELTA.forEach(
        table -> {
          Dataset<Row> rows = store.read(table).drop(RUNS);
          Row sum =
              rows.agg(
                      count(lit(1)),
                      coalesce(sum(xxhash64(to_json(struct("*"))).mod(PRIME)), lit(0L)))
                  .first();
          states.put("delta " + table.name(), sum.getLong(0) + " rows " + sum.getLong(1));
        });
    return states;
  }

  private static Map<String, String> each(Ask ask, String row) {
    Map<String, String> states = new TreeMap<>();
    for (String table : TABLES) {
      states.put(
          table,
          ask.one(
              "SELECT count(*) || ' rows ' || coalesce(md5(string_agg("
                  + row
                  + ", E'\\n' ORDER BY "
                  + row
                  + ")), '-') FROM lumina."
                  + table
                  + " t"));
    }
    return states;
  }
}
