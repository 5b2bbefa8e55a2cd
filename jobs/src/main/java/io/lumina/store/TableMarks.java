package io.lumina.store;

import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import io.lumina.table.VariantsTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Versions of tables that fit together: no run that died between two of its commits is among them.
 *
 * @param byTable by name of the table
 */
public record TableMarks(Map<String, TableMark> byTable) {
  /** What people are shown comes from these. */
  public static final List<TableSpec> SHOWN =
      List.of(
          FilesTable.SPEC,
          AssetsTable.SPEC,
          ShotsTable.SPEC,
          BurstsTable.SPEC,
          GroupsTable.SPEC,
          MembersTable.SPEC,
          VariantsTable.SPEC);

  public TableMarks {
    byTable = Map.copyOf(byTable);
  }

  /** The newest versions. */
  public static TableMarks now(Store store, List<TableSpec> tables) {
    return new TableMarks(tables.stream().collect(Collectors.toMap(TableSpec::name, store::mark)));
  }

  /** As the ledger has them: name, version and commit in each text; names have no spaces. */
  public static TableMarks parse(String[] texts) {
    return new TableMarks(
        Arrays.stream(texts)
            .map(text -> text.split(" ", 2))
            .collect(Collectors.toMap(text -> text[0], text -> TableMark.parse(text[1]))));
  }

  /** Those of some of the tables. */
  public TableMarks of(List<TableSpec> tables) {
    return new TableMarks(
        tables.stream().collect(Collectors.toMap(TableSpec::name, table -> mark(table))));
  }

  /** These, and others in the place of those of the same tables. */
  public TableMarks and(TableMarks later) {
    Map<String, TableMark> all = new TreeMap<>(byTable);
    all.putAll(later.byTable);
    return new TableMarks(all);
  }

  public boolean hasAll(List<TableSpec> tables) {
    return tables.stream().allMatch(table -> byTable.containsKey(table.name()));
  }

  /** Whether each of these tables is surely at the version that it has here. */
  public boolean agree(TableMarks others, List<TableSpec> tables) {
    return hasAll(tables)
        && tables.stream().allMatch(table -> mark(table).isSurely(others.mark(table)));
  }

  public TableMark mark(TableSpec table) {
    return byTable.get(table.name());
  }

  public long version(TableSpec table) {
    return mark(table).version();
  }

  public Map<String, Long> versions() {
    return byTable.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, mark -> mark.getValue().version()));
  }

  /** For the ledger. */
  public Map<String, String> json() {
    return byTable.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, mark -> mark.getValue().toString(), (a, b) -> a, TreeMap::new));
  }

  /** In one order, for a fingerprint. */
  @Override
  public String toString() {
    return new TreeMap<>(json()).toString();
  }
}
