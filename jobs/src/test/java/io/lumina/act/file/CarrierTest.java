package io.lumina.act.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarrierTest {
  @TempDir private Path folder;
  private Path source;
  private Path target;
  private Path journal;

  @BeforeEach
  void folders() throws IOException {
    source = Files.createDirectories(folder.resolve("source"));
    target = Files.createDirectories(folder.resolve("target"));
    journal = folder.resolve("journal");
  }

  @ParameterizedTest
  @EnumSource(names = {"COPY", "MOVE"})
  void an_undo_brings_back_the_exact_tree(OperationKind kind) throws IOException {
    List<PlanUnit> units = MadeUnits.make(source, target, kind, 60, 7);
    List<String> before = Trees.exactly(folder.resolve("source"));
    List<String> targetBefore = Trees.exactly(target);
    Map<String, Long> contents = Trees.contents(source);

    assertThat(MadeUnits.carry(journal, units, Direction.FORWARD, source, target))
        .extracting(Outcome::mark)
        .containsOnly(Mark.DONE);
    assertThat(Trees.contents(target)).isEqualTo(contents);
    assertThat(Trees.contents(source)).isEqualTo(kind == OperationKind.COPY ? contents : Map.of());
    assertThat(MadeUnits.carry(journal, units, Direction.FORWARD, source, target)).isEmpty();

    assertThat(MadeUnits.carry(journal, MadeUnits.reversed(units), Direction.BACK, source, target))
        .extracting(Outcome::mark)
        .containsOnly(Mark.UNDONE);
    assertThat(Trees.exactly(source)).isEqualTo(before);
    assertThat(Trees.exactly(target)).isEqualTo(targetBefore);
  }

  @Test
  void a_move_to_another_file_system_and_back_changes_nothing() throws IOException {
    Path memory = Path.of("/dev/shm");
    assumeTrue(
        Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)),
        "there is no second file system to write on");
    Path other = Files.createTempDirectory(memory, "lumina-test");
    try {
      List<PlanUnit> units = MadeUnits.make(source, other, OperationKind.MOVE, 40, 8);
      List<String> before = Trees.exactly(source);
      Map<String, Long> contents = Trees.contents(source);

      MadeUnits.carry(journal, units, Direction.FORWARD, source, other);
      assertThat(Trees.contents(other)).isEqualTo(contents);
      assertThat(Trees.contents(source)).isEmpty();

      MadeUnits.carry(journal, MadeUnits.reversed(units), Direction.BACK, source, other);
      assertThat(Trees.exactly(source)).isEqualTo(before);
      assertThat(Trees.contents(other)).isEmpty();
    } finally {
      delete(other);
    }
  }

  @Test
  void a_file_that_changed_after_planning_stays_with_its_unit_and_the_others_go()
      throws IOException {
    List<PlanUnit> units = MadeUnits.make(source, target, OperationKind.MOVE, 30, 9);
    PlanUnit pair =
        units.stream().filter(unit -> unit.operations().size() == 2).findFirst().orElseThrow();
    Path edited = pair.operations().get(1).source();
    Files.setPosixFilePermissions(
        edited, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    Files.writeString(edited, "edited since");

    List<Outcome> outcomes = MadeUnits.carry(journal, units, Direction.FORWARD, source, target);

    assertThat(outcomes)
        .filteredOn(outcome -> outcome.mark() != Mark.DONE)
        .extracting(Outcome::operation)
        .containsExactlyElementsOf(pair.operations());
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.operation().equals(pair.operations().get(1)))
        .extracting(Outcome::reason)
        .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .contains(edited.toString(), "12 bytes");
    assertThat(pair.operations()).allMatch(operation -> Files.exists(operation.source()));
    assertThat(pair.operations()).noneMatch(operation -> Files.exists(operation.target()));
  }

  @Test
  void nothing_is_overwritten_and_the_same_content_there_is_nothing_to_do() throws IOException {
    Path one = Files.writeString(source.resolve("one.jpg"), "first");
    Path two = Files.writeString(source.resolve("two.jpg"), "second");
    Files.writeString(target.resolve("one.jpg"), "another");
    Files.writeString(target.resolve("two.jpg"), "second");

    List<Outcome> outcomes =
        MadeUnits.carry(
            journal,
            List.of(
                MadeUnits.alone(0, OperationKind.COPY, one, target.resolve("one.jpg")),
                MadeUnits.alone(1, OperationKind.COPY, two, target.resolve("two.jpg"))),
            Direction.FORWARD,
            target);

    assertThat(outcomes).extracting(Outcome::mark).containsExactly(Mark.FAILED, Mark.SKIPPED);
    assertThat(outcomes.get(0).reason()).contains("is there already, with other content");
    assertThat(target.resolve("one.jpg")).hasContent("another");
  }

  @Test
  void an_undo_leaves_what_was_edited_since_and_says_so() throws IOException {
    Path picture = Files.writeString(source.resolve("a.jpg"), "as it was");
    List<PlanUnit> units =
        List.of(MadeUnits.alone(0, OperationKind.MOVE, picture, target.resolve("b.jpg")));
    MadeUnits.carry(journal, units, Direction.FORWARD, target);
    Files.writeString(target.resolve("b.jpg"), "edited by hand");

    List<Outcome> undone =
        MadeUnits.carry(journal, MadeUnits.reversed(units), Direction.BACK, source);

    assertThat(undone).extracting(Outcome::mark).containsExactly(Mark.UNDO_FAILED);
    assertThat(undone.get(0).reason()).contains("b.jpg", "14 bytes, not 9 as planned");
    assertThat(target.resolve("b.jpg")).hasContent("edited by hand");
  }

  @Test
  void an_undone_copy_is_kept_where_it_has_become_the_only_one() throws IOException {
    Path picture = Files.writeString(source.resolve("a.jpg"), "the only one");
    List<PlanUnit> units =
        List.of(MadeUnits.alone(0, OperationKind.COPY, picture, target.resolve("a.jpg")));
    MadeUnits.carry(journal, units, Direction.FORWARD, target);
    Files.delete(picture);

    List<Outcome> undone =
        MadeUnits.carry(journal, MadeUnits.reversed(units), Direction.BACK, source);

    assertThat(undone).extracting(Outcome::mark).containsExactly(Mark.UNDO_FAILED);
    assertThat(target.resolve("a.jpg")).hasContent("the only one");
  }

  @Test
  void a_target_folder_without_the_right_to_write_fails_each_of_its_files() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
    Path picture = Files.writeString(source.resolve("a.jpg"), "a");
    Files.setPosixFilePermissions(
        target, java.nio.file.attribute.PosixFilePermissions.fromString("r-xr-xr-x"));

    List<Outcome> outcomes =
        MadeUnits.carry(
            journal,
            List.of(MadeUnits.alone(0, OperationKind.COPY, picture, target.resolve("a.jpg"))),
            Direction.FORWARD,
            target);

    assertThat(outcomes).extracting(Outcome::mark).containsExactly(Mark.FAILED);
    assertThat(outcomes.get(0).reason()).contains("look after its permissions");
  }

  @Test
  void a_link_in_the_place_of_a_target_folder_leads_nobody_out() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Path picture = Files.writeString(source.resolve("a.jpg"), "a");
    Files.createSymbolicLink(target.resolve("2024"), outside);

    List<Outcome> outcomes =
        MadeUnits.carry(
            journal,
            List.of(
                MadeUnits.alone(0, OperationKind.COPY, picture, target.resolve("2024/05/a.jpg"))),
            Direction.FORWARD,
            target);

    assertThat(outcomes).extracting(Outcome::mark).containsExactly(Mark.FAILED);
    assertThat(outcomes.get(0).reason()).contains("outside of where the plan may write");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void the_trash_says_where_each_file_lay() throws IOException {
    Path picture = Files.createDirectories(source.resolve("2024")).resolve("a\nb.jpg");
    Files.writeString(picture, "twice");
    Files.setLastModifiedTime(picture, FileTime.fromMillis(1_700_000_000_000L));
    Path trash = source.resolve(".lumina-trash").resolve(MadeUnits.PLAN);
    List<PlanUnit> units =
        List.of(MadeUnits.alone(0, OperationKind.TRASH, picture, trash.resolve("2024/a\nb.jpg")));
    List<String> before = Trees.exactly(source);

    MadeUnits.carry(journal, units, Direction.FORWARD, source);

    assertThat(Files.readAllLines(trash.resolve(".manifest")))
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .contains(source + "/2024/a\\nb.jpg", Trees.sha256(trash.resolve("2024/a\nb.jpg")), "made");

    MadeUnits.carry(journal, MadeUnits.reversed(units), Direction.BACK, source);

    assertThat(Trees.exactly(source)).isEqualTo(before);
  }

  private static void delete(Path tree) throws IOException {
    try (var all = Files.walk(tree)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
