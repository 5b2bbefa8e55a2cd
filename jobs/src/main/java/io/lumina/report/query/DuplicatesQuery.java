package io.lumina.report.query;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import io.lumina.report.model.DuplicateGroup;
import io.lumina.report.model.DuplicateGroup.Member;
import io.lumina.report.model.Duplicates;
import io.lumina.report.model.ReportInputs;
import io.lumina.report.model.ReportLimits;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Duplicate groups for a page: all in numbers, those that free most with their files. */
final class DuplicatesQuery {
  private static final String PRIMARY = "primary";
  private static final String EXACT = "exact";
  private static final String GROUPS = "groups";
  private static final String EXACT_GROUPS = "exact_groups";
  private static final String RANK = "rank";

  /** The most alike first; exact ones before near ones. */
  private static final Comparator<Member> CLOSEST_FIRST =
      Comparator.comparing(Member::relation)
          .thenComparing(member -> member.distance().orElse(Integer.MAX_VALUE))
          .thenComparing(member -> member.picture().sourcePath());

  private DuplicatesQuery() {}

  /**
   * Groups of the inputs with their pictures.
   *
   * @param images {@link ReportRows#columns()}
   */
  static Duplicates duplicates(ReportInputs in, Dataset<Row> images, ReportLimits limits) {
    Row totals =
        in.groups()
            .agg(
                count(lit(1)).as(GROUPS),
                count_if(col(GroupsTable.KIND).equalTo(EXACT)).as(EXACT_GROUPS),
                sum(GroupsTable.MEMBER_COUNT).as(GroupsTable.MEMBER_COUNT),
                sum(GroupsTable.RECLAIMABLE_BYTES).as(GroupsTable.RECLAIMABLE_BYTES))
            .first();
    return new Duplicates(
        ReportRows.number(totals, GROUPS),
        ReportRows.number(totals, EXACT_GROUPS),
        ReportRows.number(totals, GroupsTable.MEMBER_COUNT),
        ReportRows.number(totals, GroupsTable.RECLAIMABLE_BYTES),
        largest(in, images, limits));
  }

  private static List<DuplicateGroup> largest(
      ReportInputs in, Dataset<Row> images, ReportLimits limits) {
    List<Row> groups =
        in.groups()
            .orderBy(col(GroupsTable.RECLAIMABLE_BYTES).desc(), col(GroupsTable.GROUP_ID))
            .limit(limits.groups())
            .collectAsList();
    List<String> ids = groups.stream().map(row -> groupId(row)).toList();
    Map<String, List<Row>> files =
        files(in.members(), images, ids, limits.filesPerGroup()).collectAsList().stream()
            .collect(Collectors.groupingBy(DuplicatesQuery::groupId));
    return groups.stream()
        .flatMap(group -> group(group, files.getOrDefault(groupId(group), List.of())).stream())
        .toList();
  }

  /** The files of some groups, at most {@code limit} of each relation, with their pictures. */
  private static Dataset<Row> files(
      Dataset<Row> members, Dataset<Row> images, List<String> groups, int limit) {
    Dataset<Row> some =
        members
            .filter(col(MembersTable.GROUP_ID).isInCollection(groups))
            .withColumn(
                RANK,
                row_number()
                    .over(
                        Window.partitionBy(col(MembersTable.GROUP_ID), col(MembersTable.RELATION))
                            .orderBy(
                                col(MembersTable.DISTANCE).asc_nulls_last(),
                                col(MembersTable.IMAGE_ID))))
            .filter(col(RANK).leq(limit))
            .select(
                MembersTable.IMAGE_ID,
                MembersTable.GROUP_ID,
                MembersTable.RELATION,
                MembersTable.DISTANCE,
                MembersTable.SIMILARITY,
                MembersTable.EXPLANATION);
    return images.join(broadcast(some), MembersTable.IMAGE_ID);
  }

  /** None where the primary is not among the images: without it there is nothing to compare. */
  private static Optional<DuplicateGroup> group(Row group, List<Row> files) {
    List<Member> members = files.stream().map(DuplicatesQuery::member).toList();
    return members.stream()
        .filter(member -> member.relation().equals(PRIMARY))
        .findFirst()
        .map(
            primary ->
                new DuplicateGroup(
                    groupId(group),
                    ReportRows.text(group, GroupsTable.KIND),
                    Math.max(members.size(), ReportRows.number(group, GroupsTable.MEMBER_COUNT)),
                    ReportRows.number(group, GroupsTable.RECLAIMABLE_BYTES),
                    primary,
                    members.stream()
                        .filter(member -> member != primary)
                        .sorted(CLOSEST_FIRST)
                        .toList()));
  }

  private static Member member(Row row) {
    return new Member(
        ReportRows.picture(row),
        ReportRows.text(row, MembersTable.RELATION),
        ReportRows.whole(row, MembersTable.DISTANCE),
        ReportRows.whole(row, MembersTable.SIMILARITY),
        ReportRows.text(row, MembersTable.EXPLANATION));
  }

  private static String groupId(Row row) {
    return ReportRows.text(row, GroupsTable.GROUP_ID);
  }
}
