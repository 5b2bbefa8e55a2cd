package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.rule.Profile;
import io.lumina.duplicates.search.plan.Recall;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What groups promise to free when some of their files are names of one file. */
class HardLinksTest {
  private static final DuplicatesConfig DHASH =
      new DuplicatesConfig(5, Profile.DHASH, BurstMode.EXCLUDE_PAIRS, Recall.GUARANTEED, 0);

  @Test
  void names_of_one_file_free_its_bytes_once_and_only_if_all_of_them_go() {
    Library library =
        new Library()
            .add(file("a1", "A").set(ImagesView.FILE_KEY, "1:1").set(ImagesView.LINK_COUNT, 2))
            .add(file("a2", "A").set(ImagesView.FILE_KEY, "1:1").set(ImagesView.LINK_COUNT, 2))
            .add(file("a3", "A"))
            // nothing but names of one file
            .add(file("b1", "B").set(ImagesView.FILE_KEY, "1:2").set(ImagesView.LINK_COUNT, 2))
            .add(file("b2", "B").set(ImagesView.FILE_KEY, "1:2").set(ImagesView.LINK_COUNT, 2))
            // all names of a copy may go
            .add(file("c1", "C"))
            .add(file("c2", "C").set(ImagesView.FILE_KEY, "1:3").set(ImagesView.LINK_COUNT, 3))
            .add(file("c3", "C").set(ImagesView.FILE_KEY, "1:3").set(ImagesView.LINK_COUNT, 3))
            .add(file("c4", "C").set(ImagesView.FILE_KEY, "1:3").set(ImagesView.LINK_COUNT, 3))
            // one of its names lies outside of the library
            .add(file("d1", "D"))
            .add(file("d2", "D").set(ImagesView.FILE_KEY, "1:4").set(ImagesView.LINK_COUNT, 2))
            // one of its names stays with its shot
            .add(file("e1", "E"))
            .add(file("e2", "E").set(ImagesView.FILE_KEY, "1:5").set(ImagesView.LINK_COUNT, 2))
            .add(file("e3", "E").set(ImagesView.FILE_KEY, "1:5").set(ImagesView.LINK_COUNT, 2))
            .shot("shot", "e3", "e4")
            // the same number on another disk is another file
            .add(file("f1", "F").set(ImagesView.FILE_KEY, "1:6").set(ImagesView.LINK_COUNT, 2))
            .add(file("f2", "F").set(ImagesView.FILE_KEY, "2:6").set(ImagesView.LINK_COUNT, 1))
            .add(file("f3", "F"));
    try (DuplicateGroups groups = library.groups(DHASH)) {
      assertThat(GroupList.of(groups))
          .containsExactly(
              "a1* a2 a3", "b1* b2", "c1* c2 c3 c4", "d1* d2", "e1 e2 e3*", "f1* f2 f3");
      assertThat(GroupList.reclaimable(groups, "a1")).isEqualTo(1000);
      assertThat(GroupList.reclaimable(groups, "b1")).isZero();
      assertThat(GroupList.reclaimable(groups, "c1")).isEqualTo(1000);
      assertThat(GroupList.reclaimable(groups, "d1")).isZero();
      assertThat(GroupList.reclaimable(groups, "e3")).isEqualTo(1000);
      assertThat(GroupList.reclaimable(groups, "f1")).isEqualTo(2000);
      Map<String, String> explanations = explanations(groups);
      assertThat(explanations.get("a2")).endsWith("removing this one alone frees nothing.");
      assertThat(explanations.get("a3")).doesNotContain("hard links");
    }
  }

  private static Map<String, String> explanations(DuplicateGroups groups) {
    Map<String, String> found = new TreeMap<>();
    for (Row row : groups.members().collectAsList()) {
      found.put(row.getAs(MembersTable.IMAGE_ID), row.getAs(MembersTable.EXPLANATION));
    }
    return found;
  }

  /** Grouped by its checksum alone. */
  private static Library.Picture file(String id, String content) {
    return new Library.Picture(id, content).set(ImagesView.PDQ_QUALITY, 0);
  }
}
