package io.lumina.report.model;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A picture to keep and those that show the same.
 *
 * @param groupId id of the group
 * @param kind exact or near
 * @param memberCount files, the primary included
 * @param reclaimableBytes what is free when all but the primary go
 * @param primary the pick
 * @param others as many of the others as are shown, the most alike first
 */
public record DuplicateGroup(
    String groupId,
    String kind,
    long memberCount,
    long reclaimableBytes,
    Member primary,
    List<Member> others) {
  public DuplicateGroup {
    Objects.requireNonNull(groupId, "groupId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(primary, "primary");
    others = List.copyOf(others);
    if (memberCount < others.size() + 1L) {
      throw new IllegalArgumentException(
          "Group " + groupId + " has " + memberCount + " members but shows " + (others.size() + 1));
    }
  }

  /** Members that are not shown. */
  public long hidden() {
    return memberCount - 1 - others.size();
  }

  /**
   * A file of the group.
   *
   * @param picture the file
   * @param relation primary, exact or near
   * @param distance difference-hash bits to the primary; empty where there is no hash
   * @param similarity 0-100; empty where it was not computed
   * @param explanation one sentence; empty when there is none
   */
  public record Member(
      Picture picture,
      String relation,
      OptionalInt distance,
      OptionalInt similarity,
      String explanation) {
    public Member {
      Objects.requireNonNull(picture, "picture");
      Objects.requireNonNull(relation, "relation");
      Objects.requireNonNull(distance, "distance");
      Objects.requireNonNull(similarity, "similarity");
      Objects.requireNonNull(explanation, "explanation");
    }

    /** True when its bytes are those of the primary. */
    public boolean exact() {
      return relation.equals("exact");
    }
  }
}
