package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lumina.duplicates.rule.Profile;
import io.lumina.duplicates.search.plan.Recall;
import io.lumina.table.GroupsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import org.junit.jupiter.api.Test;

class DuplicateGroupsTest {
  private static final DuplicatesConfig DHASH =
      new DuplicatesConfig(5, Profile.DHASH, BurstMode.EXCLUDE_PAIRS, Recall.GUARANTEED, 0);

  private static final long FAR = 0x00000000ffffffffL;
  private static final long FARTHER = 0x0000ffffffff0000L;
  private static final long FARTHEST = 0x5555555555555555L;

  @Test
  void files_are_grouped_as_they_may_be() {
    Library library =
        new Library()
            // a chain of which only the ends of each link are near
            .picture("a", "A", 0L, 90)
            .picture("b", "B", 0b11111L, 80)
            .picture("c", "C", 0b11111_11111L, 70)
            .picture("d", "D", 0b11111_11111_11111L, 60)
            // three files of two contents
            .picture("near", "N", FAR ^ 0b111L, 60)
            .picture("best", "E", FAR, 90)
            .picture("copy", "E", FAR, 90)
            // a copy that is gone, and one that is alone
            .picture("here", "H", FARTHER, 90)
            .add(new Library.Picture("gone", "H").dhash(FARTHER).set(ImagesView.STATE, "missing"))
            // what is compared by checksum only, all beside a photo of the same hash
            .picture("photo", "P", FARTHEST, 1)
            .add(checksumOnly("flat1", "F").set(ImagesView.PDQ_QUALITY, 49))
            .add(checksumOnly("flat2", "F").set(ImagesView.PDQ_QUALITY, 49))
            .add(checksumOnly("flat3", "G").set(ImagesView.PDQ_QUALITY, 0))
            .add(checksumOnly("icon", "I").set(ImagesView.WIDTH, 15))
            .add(checksumOnly("clip1", "V").set(ImagesView.FILE_TYPE, "video"))
            .add(checksumOnly("clip2", "V").set(ImagesView.FILE_TYPE, "video"))
            .add(checksumOnly("unread", "U").set(ImagesView.SHA256, null));
    try (DuplicateGroups groups = library.groups(DHASH)) {
      assertThat(GroupList.of(groups))
          .containsExactly("a* b", "best* copy near", "c* d", "clip1* clip2", "flat1* flat2");
      assertThat(groups.edges().count()).isEqualTo(3 + 1);
      assertThat(groups.components()).isEqualTo(2);
      assertThat(groups.largestComponent()).isEqualTo(4);
      assertThat(groups.groups().collectAsList())
          .filteredOn(row -> "best".equals(row.getAs(GroupsTable.PRIMARY_IMAGE_ID)))
          .extracting(
              row -> row.getAs(GroupsTable.KIND),
              row -> row.getAs(GroupsTable.PRIMARY_HASH),
              row -> row.getAs(GroupsTable.SIMILARITY_THRESHOLD),
              row -> row.getAs(GroupsTable.MEMBER_COUNT),
              row -> row.getAs(GroupsTable.DIAMETER_BITS),
              row -> row.getAs(GroupsTable.RECLAIMABLE_BYTES))
          .containsExactly(tuple("near", "00000000ffffffff", 5, 3, 3, 2000L));
      assertThat(groups.members().orderBy(MembersTable.IMAGE_ID).collectAsList())
          .filteredOn(row -> row.<String>getAs(MembersTable.SHA256).startsWith("4"))
          .filteredOn(
              row ->
                  Library.sha("E").equals(row.getAs(MembersTable.SHA256))
                      || Library.sha("N").equals(row.getAs(MembersTable.SHA256)))
          .extracting(
              row -> row.getAs(MembersTable.IMAGE_ID),
              row -> row.getAs(MembersTable.RELATION),
              row -> row.getAs(MembersTable.DISTANCE),
              row -> row.getAs(MembersTable.SIMILARITY))
          .containsExactly(
              tuple("best", "primary", 0, 100.0),
              tuple("copy", "exact", 0, 100.0),
              tuple("near", "near", 3, 95.31));
    }
  }

  @Test
  void bursts_shots_and_decisions_are_respected() {
    Library library =
        new Library()
            .picture("frame1", "1", 0L, 90)
            .picture("frame2", "2", 1L, 80)
            .picture("frame3", "3", 3L, 70)
            .picture("elsewhere", "E", 7L, 60)
            .burst("burst", "frame1", "frame2", "frame3")
            // the JPEG of a shot lies elsewhere too: only the lone copy may go
            .picture("raw", "R", FAR, 95)
            .picture("jpeg", "J", FAR ^ 1, 50)
            .picture("lone", "J", FAR ^ 1, 50)
            .shot("shot", "raw", "jpeg")
            // a better near copy of the JPEG only: its half of the shot stays
            .picture("raw2", "R2", FARTHER, 40)
            .picture("jpeg2", "J2", ~FARTHER, 50)
            .picture("better", "B", ~FARTHER, 60)
            .shot("shot2", "raw2", "jpeg2")
            // a shot that lies elsewhere as a whole: the whole copy may go
            .picture("raw3", "R3", FARTHEST, 90)
            .picture("jpeg3", "J3", ~FARTHEST, 90)
            .picture("raw3-copy", "R3", FARTHEST, 90)
            .picture("jpeg3-copy", "J3", ~FARTHEST, 90)
            .shot("shot3", "raw3", "jpeg3")
            .shot("shot4", "raw3-copy", "jpeg3-copy");
    try (DuplicateGroups groups = library.groups(DHASH)) {
      assertThat(GroupList.of(groups))
          .containsExactly(
              "better* jpeg2",
              "elsewhere frame1*",
              "jpeg* lone",
              "jpeg3* jpeg3-copy",
              "raw3* raw3-copy");
      assertThat(groups.removable().collectAsList())
          .extracting(row -> row.getAs(MembersTable.IMAGE_ID))
          .containsExactlyInAnyOrder("elsewhere", "lone", "raw3-copy", "jpeg3-copy");
      assertThat(GroupList.reclaimable(groups, "better")).isZero();
      assertThat(GroupList.reclaimable(groups, "jpeg")).isEqualTo(1000);
      assertThat(groups.members().collectAsList())
          .filteredOn(row -> "jpeg2".equals(row.getAs(MembersTable.IMAGE_ID)))
          .allSatisfy(
              row ->
                  assertThat(row.<String>getAs(MembersTable.EXPLANATION))
                      .endsWith(" Stays: its shot is not duplicated as a whole."));
    }
    library.decided("not_duplicate", "J2", "B").decided("keep", "J");
    DuplicatesConfig withoutBursts =
        new DuplicatesConfig(5, Profile.DHASH, BurstMode.EXCLUDE_ALL, Recall.GUARANTEED, 0);
    try (DuplicateGroups groups = library.groups(withoutBursts)) {
      assertThat(GroupList.of(groups))
          .containsExactly("jpeg* lone", "jpeg3* jpeg3-copy", "raw3* raw3-copy");
      assertThat(GroupList.reclaimable(groups, "jpeg")).isZero();
    }
  }

  private static Library.Picture checksumOnly(String id, String content) {
    return new Library.Picture(id, content).dhash(FARTHEST);
  }
}
