package io.lumina.duplicates;

import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Groups as text, for comparison: members in order of their id, the primary with a star. */
final class GroupList {
  private GroupList() {}

  static List<String> of(DuplicateGroups groups) {
    Map<String, List<String>> members = new TreeMap<>();
    for (Row row : groups.members().collectAsList()) {
      String name = row.getAs(MembersTable.IMAGE_ID);
      boolean primary = "primary".equals(row.getAs(MembersTable.RELATION));
      members
          .computeIfAbsent(row.getAs(MembersTable.GROUP_ID), any -> new ArrayList<>())
          .add(name + (primary ? "*" : ""));
    }
    return members.values().stream()
        .map(names -> String.join(" ", names.stream().sorted().toList()))
        .sorted()
        .toList();
  }

  /** Bytes that the group of a primary would give back. */
  static long reclaimable(DuplicateGroups groups, String primary) {
    return groups.groups().collectAsList().stream()
        .filter(row -> primary.equals(row.getAs(GroupsTable.PRIMARY_IMAGE_ID)))
        .mapToLong(row -> row.<Long>getAs(GroupsTable.RECLAIMABLE_BYTES))
        .sum();
  }
}
