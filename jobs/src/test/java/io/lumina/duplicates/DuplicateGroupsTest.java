package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.table.GroupsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class DuplicateGroupsTest {
  private static final DuplicatesConfig DHASH =
      new DuplicatesConfig(5, Profile.DHASH, BurstMode.EXCLUDE_PAIRS, Recall.GUARANTEED, 0);

  @Test
  void a_chain_whose_links_are_five_bits_long_is_never_one_group() {
    Library library =
        new Library()
            .picture("a", "A", 0L, 90)
            .picture("b", "B", 0b11111L, 80)
            .picture("c", "C", 0b11111_11111L, 70)
            .picture("d", "D", 0b11111_11111_11111L, 60);
    try (DuplicateGroups groups = library.groups(DHASH)) {
      assertThat(GroupList.of(groups)).containsExactly("a* b", "c* d");
      assertThat(groups.components().getLong(0)).isEqualTo(1);
      assertThat(groups.edges().count()).isEqualTo(3);
    }
  }

  @Test
  void twenty_copies_of_one_picture_are_one_group() {
    Library library = new Library();
    for (int copy = 0; copy < 20; copy++) {
      library.picture("copy%02d".formatted(copy), "same", 42L, 50);
    }
    try (DuplicateGroups groups = library.groups(DHASH)) {
      Row group = groups.groups().first();
      assertThat(groups.groups().count()).isEqualTo(1);
      assertThat(group.<Integer>getAs(GroupsTable.MEMBER_COUNT)).isEqualTo(20);
      assertThat(group.<String>getAs(GroupsTable.KIND)).isEqualTo("exact");
      assertThat(group.<Long>getAs(GroupsTable.RECLAIMABLE_BYTES)).isEqualTo(19_000);
      assertThat(group.<String>getAs(GroupsTable.PRIMARY_HASH)).isEqualTo("000000000000002a");
      assertThat(group.<Integer>getAs(GroupsTable.DIAMETER_BITS)).isZero();
    }
  }

  @Test
  void the_pick_is_the_primary_and_members_say_how_far_they_are() {
    Library library =
        new Library()
            .picture("near", "N", 0b111L, 60)
            .picture("best", "B", 0L, 90)
            .picture("copy", "B", 0L, 90);
    try (DuplicateGroups groups = library.groups(DHASH)) {
      List<Row> members = groups.members().orderBy(MembersTable.IMAGE_ID).collectAsList();
      assertThat(members)
          .extracting(
              row -> row.getAs(MembersTable.IMAGE_ID),
              row -> row.getAs(MembersTable.RELATION),
              row -> row.getAs(MembersTable.DISTANCE),
              row -> row.getAs(MembersTable.SIMILARITY))
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("best", "primary", 0, 100.0),
              org.assertj.core.groups.Tuple.tuple("copy", "exact", 0, 100.0),
              org.assertj.core.groups.Tuple.tuple("near", "near", 3, 95.31));
    }
  }

  @Test
  void missing_files_and_lone_pictures_are_in_no_group() {
    Library library =
        new Library()
            .picture("here", "A", 0L, 90)
            .add(new Library.Picture("gone", "A").set(ImagesView.STATE, "missing"))
            .picture("other", "B", 0xffffL, 60);
    try (DuplicateGroups groups = library.groups(DHASH)) {
      assertThat(GroupList.of(groups)).isEmpty();
    }
  }

  @Test
  void videos_and_flat_pictures_and_icons_group_by_checksum_only() {
    Library library =
        new Library()
            .add(new Library.Picture("flat1", "F").set(ImagesView.PDQ_QUALITY, 49))
            .add(new Library.Picture("flat2", "F").set(ImagesView.PDQ_QUALITY, 49))
            .add(new Library.Picture("flat3", "G").set(ImagesView.PDQ_QUALITY, 0))
            .add(new Library.Picture("icon", "I").set(ImagesView.WIDTH, 31))
            .add(new Library.Picture("photo", "P"))
            .add(new Library.Picture("clip1", "V").set(ImagesView.FILE_TYPE, "video"))
            .add(new Library.Picture("clip2", "V").set(ImagesView.FILE_TYPE, "video"));
    try (DuplicateGroups groups = library.groups(DHASH)) {
      assertThat(GroupList.of(groups)).containsExactly("clip1* clip2", "flat1* flat2");
    }
  }

  @Test
  void frames_of_a_burst_are_no_pair_but_a_copy_of_a_frame_is() {
    Library library =
        new Library()
            .picture("frame1", "1", 0L, 90)
            .picture("frame2", "2", 1L, 80)
            .picture("frame3", "3", 3L, 70)
            .picture("elsewhere", "E", 1L << 40, 60)
            .burst("burst", "frame1", "frame2", "frame3");
    try (DuplicateGroups groups = library.groups(DHASH)) {
      assertThat(GroupList.of(groups)).containsExactly("elsewhere frame1*");
    }
    DuplicatesConfig without =
        new DuplicatesConfig(5, Profile.DHASH, BurstMode.EXCLUDE_ALL, Recall.GUARANTEED, 0);
    try (DuplicateGroups groups = library.groups(without)) {
      assertThat(GroupList.of(groups)).isEmpty();
    }
  }

  @Test
  void a_burst_that_was_copied_and_resized_is_matched_frame_by_frame() {
    Library library =
        new Library()
            .picture("frame1", "1", 0b000L, 93)
            .picture("frame2", "2", 0b011L, 92)
            .picture("frame3", "3", 0b110L, 91)
            .picture("small1", "s1", 0b000L, 13)
            .picture("small2", "s2", 0b011L, 12)
            .picture("small3", "s3", 0b110L, 11)
            .burst("burst", "frame1", "frame2", "frame3")
            .burst("copy", "small1", "small2", "small3");
    try (DuplicateGroups groups = library.groups(DHASH)) {
      assertThat(GroupList.of(groups))
          .containsExactly("frame1* small1", "frame2* small2", "frame3* small3");
    }
  }

  @Test
  void contents_that_a_person_set_apart_are_never_together() {
    Library library =
        new Library()
            .picture("a", "A", 0L, 90)
            .picture("b", "B", 1L, 80)
            .picture("c", "C", 2L, 70)
            .decided("not_duplicate", "A", "B");
    try (DuplicateGroups groups = library.groups(DHASH)) {
      assertThat(GroupList.of(groups)).containsExactly("a* c");
    }
    library.decided("not_duplicate", "A", "C");
    try (DuplicateGroups groups = library.groups(DHASH)) {
      assertThat(GroupList.of(groups)).containsExactly("b* c");
    }
  }

  @Test
  void two_members_that_a_person_set_apart_do_not_meet_at_a_third() {
    Library library =
        new Library()
            .picture("a", "A", 0L, 90)
            .picture("b", "B", 1L, 80)
            .picture("c", "C", 3L, 70)
            .decided("not_duplicate", "B", "C");
    try (DuplicateGroups groups = library.groups(DHASH)) {
      assertThat(GroupList.of(groups)).containsExactly("a* b");
    }
  }

  @Test
  void what_a_person_keeps_becomes_the_primary_and_is_never_offered() {
    Library library =
        new Library()
            .picture("best", "A", 0L, 90)
            .picture("kept", "B", 1L, 80)
            .picture("kept-copy", "B", 1L, 80)
            .decided("keep", "B");
    try (DuplicateGroups groups = library.groups(DHASH)) {
      assertThat(GroupList.of(groups)).containsExactly("best kept* kept-copy");
      assertThat(GroupList.reclaimable(groups, "kept")).isEqualTo(1000);
      assertThat(groups.removable().select(MembersTable.IMAGE_ID).collectAsList())
          .extracting(row -> row.getString(0))
          .containsExactly("best");
    }
  }

  @Test
  void the_same_groups_come_from_any_partitioning_and_order() {
    Library library = new Library();
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 300; i++) {
      long base = HashSample.mix(i % 60);
      library.picture("p" + i, "c" + i % 200, base ^ 1L << random.nextInt(64), i % 7);
    }
    List<Row> expected = null;
    for (int partitions : new int[] {1, 2, 8, 200}) {
      library.shuffled(partitions);
      try (DuplicateGroups groups =
          DuplicateGroups.of(
              library.images().repartition(partitions),
              library.shots(),
              library.bursts(),
              library.decisions(),
              new DuplicatesConfig(
                  5, Profile.DHASH, BurstMode.EXCLUDE_PAIRS, Recall.GUARANTEED, partitions))) {
        List<Row> members = groups.members().orderBy(MembersTable.IMAGE_ID).collectAsList();
        expected = expected == null ? members : expected;
        assertThat(members).hasSizeGreaterThan(250).isEqualTo(expected);
      }
    }
  }
}
