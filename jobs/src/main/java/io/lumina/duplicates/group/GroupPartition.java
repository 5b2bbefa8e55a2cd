package io.lumina.duplicates.group;

import io.lumina.duplicates.group.CaptionedPairs.CaptionedPair;
import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.rule.Turn;
import io.lumina.duplicates.rule.VariantKind;
import io.lumina.duplicates.search.ContentPair;
import io.lumina.duplicates.search.plan.NodeColumns;
import io.lumina.duplicates.search.plan.SearchPass;
import io.lumina.table.EdgesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.VariantsTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Forms the groups of the components of a partition, whose rows come sorted by component. */
public final class GroupPartition<C> implements MapPartitionsFunction<Row, Row> {
  /** Raised when the same contents would get other groups. */
  public static final int ALGORITHM_VERSION = 1;

  private static final String FREES_NOTHING =
      " Its file has other names (hard links): removing this one alone frees nothing.";

  private final PickRanking<C> ranking;
  private final AcceptRule rule;
  private final List<SearchPass> passes;
  private final Decided decided;

  public GroupPartition(
      PickRanking<C> ranking, AcceptRule rule, List<SearchPass> passes, Decided decided) {
    this.ranking = ranking;
    this.rule = rule;
    this.passes = new ArrayList<>(passes);
    this.decided = decided;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Iterator<>() {
      private Row ahead = rows.hasNext() ? rows.next() : null;
      private Iterator<Row> ready = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!ready.hasNext() && ahead != null) {
          ready = grouped(component());
        }
        return ready.hasNext();
      }

      @Override
      public Row next() {
        return ready.next();
      }

      private Component<C> component() {
        long name = ahead.getAs(LinkColumns.COMPONENT);
        boolean near = ahead.getAs(NodeColumns.NEAR);
        Component<C> component = new Component<>(ranking, near, rule.comparesTurns(), decided);
        while (ahead != null
            && ahead.<Long>getAs(LinkColumns.COMPONENT) == name
            && ahead.<Boolean>getAs(NodeColumns.NEAR) == near) {
          component.add(ahead);
          ahead = rows.hasNext() ? rows.next() : null;
        }
        return component;
      }
    };
  }

  private Iterator<Row> grouped(Component<C> component) {
    List<Row> out = new ArrayList<>();
    String catalogId = component.catalogId();
    component.contents().ifPresent(contents -> out.add(row(contents, catalogId)));
    for (ContentPair edge : component.edges(rule)) {
      out.add(row(edge, catalogId));
    }
    Grouping<C> grouping = new Grouping<>(rule, passes, ranking.order());
    List<Group<C>> divided = component.divided(grouping);
    if (component.isNear()) {
      for (CaptionedPair<C> pair : new CaptionedPairs<C>(rule, passes).among(divided)) {
        out.add(row(pair, catalogId));
      }
    }
    for (Group<C> group : Grouping.grouped(divided)) {
      String groupId = groupId(catalogId, group.primary().sha256());
      out.add(row(group, groupId, catalogId));
      List<Long> freed = group.freed();
      for (int at = 0; at < freed.size(); at++) {
        out.add(row(group.members().get(at), freed.get(at), group, groupId, catalogId));
      }
    }
    return out.iterator();
  }

  /** A name-based UUID: the same contents have the same group, in whatever order they come. */
  static String groupId(String catalogId, String primary) {
    String name = "duplicates/" + ALGORITHM_VERSION + "/" + catalogId + "/" + primary;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Row row(int contents, String catalogId) {
    return new GroupedColumns.Builder(GroupedColumns.COMPONENT, catalogId)
        .put(GroupsTable.MEMBER_COUNT, contents)
        .row();
  }

  private Row row(ContentPair edge, String catalogId) {
    return new GroupedColumns.Builder(GroupedColumns.EDGE, catalogId)
        .put(EdgesTable.SHA_A, edge.a())
        .put(EdgesTable.SHA_B, edge.b())
        .put(EdgesTable.DISTANCE, edge.distance())
        .put(EdgesTable.PDQ_DISTANCE, rule.needsEvidence() ? edge.pdqDistance() : null)
        .row();
  }

  private Row row(CaptionedPair<C> pair, String catalogId) {
    return new GroupedColumns.Builder(GroupedColumns.VARIANT, catalogId)
        .put(VariantsTable.IMAGE_ID, pair.picture().imageId())
        .put(VariantsTable.VARIANT_IMAGE_ID, pair.variant().imageId())
        .put(VariantsTable.KIND, VariantKind.CAPTIONED.label())
        .put(VariantsTable.DISTANCE, pair.distance())
        .put(VariantsTable.EXPLANATION, pair.explanation())
        .row();
  }

  private Row row(Group<C> group, String groupId, String catalogId) {
    return new GroupedColumns.Builder(GroupedColumns.GROUP, catalogId)
        .put(GroupsTable.GROUP_ID, groupId)
        .put(GroupsTable.KIND, (group.exact() ? Relation.EXACT : Relation.NEAR).label())
        .put(GroupsTable.PRIMARY_IMAGE_ID, group.members().get(0).file().imageId())
        .put(
            GroupsTable.PRIMARY_HASH,
            group
                .primary()
                .fingerprint()
                .map(print -> "%016x".formatted(print.hash(HashFamily.DHASH)))
                .orElse(null))
        .put(GroupsTable.MEMBER_COUNT, group.members().size())
        .put(GroupsTable.DIAMETER_BITS, group.diameter())
        .put(GroupsTable.RECLAIMABLE_BYTES, group.reclaimable())
        .row();
  }

  private Row row(Member<C> member, long freed, Group<C> group, String groupId, String catalogId) {
    return new GroupedColumns.Builder(GroupedColumns.MEMBER, catalogId)
        .put(MembersTable.GROUP_ID, groupId)
        .put(MembersTable.IMAGE_ID, member.file().imageId())
        .put(MembersTable.SHA256, member.asset().sha256())
        .put(MembersTable.RELATION, member.relation().label())
        .put(MembersTable.DISTANCE, member.distance())
        .put(MembersTable.SIMILARITY, member.similarity())
        .put(MembersTable.EXPLANATION, explanation(member, group))
        .put(GroupedColumns.FREED_BYTES, freed)
        .put(GroupedColumns.MAY_GO, member.mayGo())
        .put(ShotsTable.SHOT_ID, member.file().shot().orElse(null))
        .put(GroupedColumns.SHOT_FILES, member.file().shotFiles())
        .row();
  }

  private String explanation(Member<C> member, Group<C> group) {
    C primary = group.members().get(0).file().pick();
    if (member.relation() != Relation.PRIMARY) {
      String sentence =
          ranking.member(primary, member.file().pick(), member.distance(), member.relation())
              + (member.turn() == Turn.NONE ? "" : " It is " + member.turn().words() + ".")
              + (member.file().shared().isPresent() ? FREES_NOTHING : "");
      return member.mayGo() ? sentence : sentence + " Stays: someone decided to keep it.";
    }
    List<C> others = group.members().stream().skip(1).map(other -> other.file().pick()).toList();
    return ranking.primary(primary, others);
  }
}
