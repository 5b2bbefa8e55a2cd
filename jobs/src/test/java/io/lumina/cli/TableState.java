package io.lumina.cli;

import io.lumina.SharedSpark;
import io.lumina.hash.Sha256;
import io.lumina.postgres.Ask;
import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import io.lumina.table.VariantsTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tables hold, in a form that can be compared. */
public final class TableState {
  private static final List<String> TABLES =
      List.of(
          "catalogs",
          "images",
          "perceptual_hashes",
          "shots",
          "bursts",
          "duplicate_groups",
          "duplicate_members",
          "variants",
          "decisions");

  private static final List<TableSpec> DELTA =
      List.of(
          FilesTable.SPEC,
          AssetsTable.SPEC,
          ShotsTable.SPEC,
          BurstsTable.SPEC,
          GroupsTable.SPEC,
          MembersTable.SPEC,
          VariantsTable.SPEC);

  private static final String[] RUNS = {
    FilesTable.FIRST_SEEN_RUN, FilesTable.LAST_SEEN_RUN, GroupsTable.RUN_ID
  };

  /** What stands for a table without rows. */
  static final String NO_ROWS = "0 rows -";

  /** The steps in which nights failed; one row for each night. */
  static final String FAILED_STEP =
      """
      SELECT coalesce((SELECT job_type FROM lumina.jobs s WHERE s.parent_id = j.id
        AND s.status = 'FAILURE' LIMIT 1), 'between steps')
      FROM lumina.jobs j WHERE parent_id IS NULL AND status = 'FAILURE' ORDER BY created_at\
      """;

  private static final String ROW =
      "(to_jsonb(t) - '{first_seen_run,last_seen_run,run_id,created_at,updated_at}'::text[])::text";

  private static final int UUID_LETTERS = 36;
  private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private TableState() {}

  /** Every row of PostgreSQL with the transaction that wrote it: whoever writes is seen. */
  static Map<String, String> rowsAndWriters(Ask ask) {
    return each(ask, "t.xmin::text || t::text");
  }

  /** Every row of PostgreSQL but for names of runs and times of writing. */
  static Map<String, String> rowsAndIds(Ask ask) {
    return each(ask, ROW);
  }

  /** The same with names in place of ids that are made of runs: other homes have others. */
  static Map<String, String> rows(Ask ask) {
    Map<String, String> names = names(ask);
    Map<String, String> states = new TreeMap<>();
    for (String table : TABLES) {
      states.put(table, state(ask.rows("SELECT " + ROW + " FROM lumina." + table + " t"), names));
    }
    return states;
  }

  /** Every row of the Delta tables but for names of runs, with names in place of ids. */
  static Map<String, String> deltaRows(Ask ask, Path warehouse) {
    Map<String, String> names = names(ask);
    Store store = new Store(SharedSpark.session(), warehouse.toString());
    // Sidecars are files without an image.
    store
        .read(FilesTable.SPEC)
        .select(FilesTable.FILE_ID, FilesTable.SOURCE_PATH)
        .collectAsList()
        .forEach(file -> names.put(file.getString(0), file.getString(1)));
    Map<String, String> states = new TreeMap<>();
    for (TableSpec table : DELTA) {
      List<String> rows = store.read(table).drop(RUNS).toJSON().collectAsList();
      states.put("delta " + table.name(), state(rows, names));
    }
    return states;
  }

  private static Map<String, String> names(Ask ask) {
    Map<String, String> names = new HashMap<>();
    for (String named :
        ask.rows(
            """
            SELECT id, source_path FROM lumina.images
            UNION ALL SELECT id, 'catalog ' || name FROM lumina.catalogs
            UNION ALL SELECT s.id, 'shot of ' || i.source_path
              FROM lumina.shots s JOIN lumina.images i ON i.id = s.primary_image_id
            UNION ALL SELECT b.id, 'burst of ' || i.source_path
              FROM lumina.bursts b JOIN lumina.images i ON i.id = b.best_image_id
            UNION ALL SELECT g.id, 'group of ' || i.source_path
              FROM lumina.duplicate_groups g JOIN lumina.images i ON i.id = g.primary_image_id\
            """)) {
      names.put(named.substring(0, UUID_LETTERS), named.substring(UUID_LETTERS + 1));
    }
    return names;
  }

  private static String state(List<String> rows, Map<String, String> names) {
    List<String> named = rows.stream().map(row -> named(row, names)).sorted().toList();
    String all = String.join("\n", named);
    return named.isEmpty()
        ? NO_ROWS
        : named.size() + " rows " + Sha256.of(all.getBytes(StandardCharsets.UTF_8));
  }

  private static String named(String row, Map<String, String> names) {
    return UUIDS
        .matcher(row)
        .replaceAll(id -> Matcher.quoteReplacement(names.getOrDefault(id.group(), id.group())));
  }

  /** Version of each Delta table of a home. */
  public static Map<String, Long> versions(Path home) {
    Store store = new Store(SharedSpark.session(), home.resolve("warehouse").toString());
    Map<String, Long> versions = new TreeMap<>();
    DELTA.forEach(table -> versions.put(table.name(), store.version(table)));
    return versions;
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
