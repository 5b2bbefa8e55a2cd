package io.lumina.duplicates.group;

import static io.lumina.duplicates.group.GroupingTest.asset;
import static io.lumina.duplicates.group.GroupingTest.assets;
import static io.lumina.duplicates.group.GroupingTest.file;
import static io.lumina.duplicates.group.GroupingTest.grouped;
import static io.lumina.duplicates.group.GroupingTest.groups;
import static io.lumina.duplicates.group.GroupingTest.half;
import static io.lumina.duplicates.group.GroupingTest.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.table.DecisionRows;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;

class StandingTest {
  @Test
  void what_a_person_keeps_is_the_primary_and_never_may_go() {
    Decided keep = new Decided(Map.of("b", Standing.CHOSEN), Map.of(), Map.of());
    List<Group<Integer>> groups =
        grouped(
            assets(
                keep,
                asset("a", 0, file("best", 9)),
                asset("b", 1, file("kept", 2), file("kept-too", 1))));
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).members())
        .extracting(member -> member.file().imageId() + " " + member.mayGo())
        .containsExactly("kept false", "kept-too false", "best true");
  }

  @Test
  void a_rejected_picture_is_never_the_pick_while_another_is_there() {
    assertThat(
            groups(
                asset("a", 0, standing("best", 9, Standing.REJECTED)),
                asset("b", 1, standing("archived", 8, Standing.ARCHIVED)),
                asset("c", 3, file("used", 1))))
        .containsExactly("used archived best");
    assertThat(
            groups(
                asset("a", 0, standing("better", 9, Standing.REJECTED), file("copy", 1)),
                asset("b", 0xfff, standing("x", 9, Standing.REJECTED)),
                asset("c", 0xffe, standing("y", 8, Standing.REJECTED))))
        .containsExactly("copy better", "x y");
  }

  @Test
  void a_selected_file_comes_first_and_stays_and_its_copies_may_go() {
    List<Group<Integer>> groups =
        grouped(
            assets(
                Decided.NONE,
                asset("a", 0, file("best", 9), standing("chosen", 1, Standing.CHOSEN)),
                asset("b", 1, standing("chosen-too", 2, Standing.CHOSEN), half("x", 9, "s"))));
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).members())
        .extracting(member -> member.file().imageId() + " " + member.mayGo())
        .containsExactly("chosen-too false", "x true", "chosen false", "best true");
  }

  @Test
  void a_status_speaks_of_one_file_and_a_decision_of_all_of_its_content_and_the_later_holds() {
    Decided decided =
        Decided.of(
            List.of(
                row("keep", List.of("a", "b"), null),
                row("reject", List.of("b", "c"), null),
                row("archived", null, List.of("1")),
                row("rejected", null, List.of("2")),
                row("selected", null, List.of("3"))));

    assertThat(decided.standing("9", "a")).isEqualTo(Standing.CHOSEN);
    assertThat(decided.standing("9", "b")).isEqualTo(Standing.REJECTED);
    assertThat(decided.standing("1", "x")).isEqualTo(Standing.ARCHIVED);
    assertThat(decided.standing("3", "c")).isEqualTo(Standing.CHOSEN);
    assertThat(decided.standing("2", "a")).isEqualTo(Standing.REJECTED);
    assertThat(decided.stays("2", "a")).as("its content is kept all the same").isTrue();
    assertThat(decided.stays("3", "x")).isTrue();
    assertThat(decided.stays("2", "b")).isFalse();
    assertThat(decided.standing("9", "x")).isEqualTo(Standing.USUAL);
  }

  private static Row row(String kind, List<String> contents, List<String> images) {
    return new GenericRowWithSchema(
        new Object[] {kind, list(contents), list(images)}, DecisionRows.SCHEMA);
  }

  private static Object list(List<String> values) {
    return values == null ? null : scala.jdk.javaapi.CollectionConverters.asScala(values).toSeq();
  }
}
