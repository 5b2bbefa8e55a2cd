package io.lumina.act.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, may not be written, or forget what they were told. */
class HostileTargetIT {
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

  @Test
  void a_full_target_stops_the_plan_without_a_trace_and_with_room_it_ends_as_it_should()
      throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=256k", "lumina-full", target.toString()),
        "only root may mount here");
    try {
      List<PlanUnit> units = MadeUnits.make(source, target, OperationKind.MOVE, 40, 6);
      Map<String, Long> contents = Trees.contents(source);

      List<Outcome> stopped = MadeUnits.carry(journal, units, Direction.FORWARD, source, target);

      assertThat(stopped).extracting(Outcome::mark).contains(Mark.DONE, Mark.BACKED_OUT);
      assertThat(stopped).extracting(Outcome::mark).containsOnly(Mark.DONE, Mark.BACKED_OUT);
      assertThat(stopped)
          .filteredOn(outcome -> outcome.mark() == Mark.BACKED_OUT)
          .allMatch(outcome -> Files.exists(outcome.operation().source()))
          .noneMatch(outcome -> Files.exists(outcome.operation().target()))
          .anyMatch(outcome -> outcome.reason().contains("No space left"));
      assertThat(Trees.partials(target)).isEmpty();
      assertThat(Trees.contents(source, target)).isEqualTo(contents);

      assertThat(run("mount", "-o", "remount,size=16m", target.toString())).isTrue();
      MadeUnits.carry(journal, units, Direction.FORWARD, source, target);
      assertThat(Trees.contents(target)).isEqualTo(contents);
      assertThat(Trees.contents(source)).isEmpty();
    } finally {
      run("umount", "-l", target.toString());
    }
  }

  @Test
  void nothing_leaves_a_source_that_is_mounted_read_only() throws Exception {
    List<PlanUnit> units = MadeUnits.make(source, target, OperationKind.MOVE, 12, 4);
    List<String> before = Trees.exactly(source);
    readOnly(source);
    try {
      List<Outcome> outcomes = MadeUnits.carry(journal, units, Direction.FORWARD, source, target);

      assertThat(outcomes).extracting(Outcome::mark).containsOnly(Mark.FAILED);
      assertThat(outcomes).anyMatch(outcome -> outcome.reason().contains("Read-only file system"));
      assertThat(Trees.exactly(source)).isEqualTo(before);
      assertThat(Trees.contents(target)).isEmpty();
    } finally {
      run("umount", "-l", source.toString());
    }
  }

  @Test
  void a_target_that_may_not_be_written_gets_nothing() throws Exception {
    List<PlanUnit> units = MadeUnits.make(source, target, OperationKind.COPY, 12, 5);
    readOnly(target);
    try {
      assertThat(MadeUnits.carry(journal, units, Direction.FORWARD, source, target))
          .extracting(Outcome::mark)
          .containsOnly(Mark.FAILED);
      assertThat(target).isEmptyDirectory();
    } finally {
      run("umount", "-l", target.toString());
    }
  }

  @Test
  void a_bit_that_flips_in_a_copy_is_found_before_the_copy_goes() throws IOException {
    Random random = new Random(15);
    for (int round = 0; round < 20; round++) {
      Path from = source.resolve(round + ".jpg");
      byte[] bytes = new byte[1 + random.nextInt(5_000)];
      random.nextBytes(bytes);
      Files.write(from, bytes);
      Path to = target.resolve(round + ".jpg");
      List<PlanUnit> unit = List.of(MadeUnits.alone(0, OperationKind.COPY, from, to));
      Path lines = folder.resolve("journal" + round);
      MadeUnits.carry(lines, unit, Direction.FORWARD, target);
      FileTime written = Files.getLastModifiedTime(to);
      byte[] rotten = bytes.clone();
      rotten[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(to, rotten);
      Files.setLastModifiedTime(to, written);

      List<Outcome> undone =
          MadeUnits.carry(lines, MadeUnits.reversed(unit), Direction.BACK, source, target);

      assertThat(undone)
          .singleElement()
          .matches(outcome -> outcome.mark() == Mark.UNDO_FAILED)
          .matches(outcome -> outcome.reason().contains(to + " has other content"));
      assertThat(to).hasBinaryContent(rotten);
    }
  }

  @Test
  void a_copy_is_kept_whose_original_is_not_what_it_was() throws IOException {
    Path from = Files.writeString(source.resolve("a.jpg"), "GOOD");
    FileTime time = Files.getLastModifiedTime(from);
    List<PlanUnit> unit =
        List.of(MadeUnits.alone(0, OperationKind.COPY, from, target.resolve("a.jpg")));
    MadeUnits.carry(journal, unit, Direction.FORWARD, target);
    Files.writeString(from, "ROTT");
    Files.setLastModifiedTime(from, time);

    List<Outcome> undone =
        MadeUnits.carry(journal, MadeUnits.reversed(unit), Direction.BACK, source, target);

    assertThat(undone).extracting(Outcome::mark).containsExactly(Mark.UNDO_FAILED);
    assertThat(undone.get(0).reason()).contains("is kept", "has other content");
    assertThat(target.resolve("a.jpg")).hasContent("GOOD");
  }

  @Test
  void a_time_that_a_file_system_keeps_coarsely_is_told_by_the_content() throws IOException {
    Path from = Files.writeString(source.resolve("a.jpg"), "a picture");
    Files.setLastModifiedTime(from, FileTime.fromMillis(1_700_000_001_234L));
    List<PlanUnit> unit =
        List.of(MadeUnits.alone(0, OperationKind.MOVE, from, target.resolve("a.jpg")));
    MadeUnits.carry(journal, unit, Direction.FORWARD, target);
    Files.setLastModifiedTime(target.resolve("a.jpg"), FileTime.fromMillis(1_700_000_000_000L));

    assertThat(MadeUnits.carry(journal, MadeUnits.reversed(unit), Direction.BACK, source, target))
        .extracting(Outcome::mark)
        .containsExactly(Mark.UNDONE);
    assertThat(from).hasContent("a picture");
  }

  @Test
  void what_cannot_be_taken_back_stops_no_other_unit() throws IOException {
    List<PlanUnit> units = MadeUnits.make(source, target, OperationKind.MOVE, 20, 21);
    PlanUnit pair =
        units.stream().filter(unit -> unit.operations().size() > 1).findFirst().orElseThrow();
    Operation first = pair.operations().get(0);
    Operation second = pair.operations().get(1);
    try (Journal open = Journal.open(journal, MadeUnits.PLAN)) {
      for (Operation operation : pair.operations()) {
        open.mark(operation, Mark.BEGUN, "");
        open.mark(operation, Mark.PLACED, "");
      }
    }
    // Killed when the sources had gone; a person then wrote over one and put a file at another.
    for (Operation operation : pair.operations()) {
      Files.createDirectories(operation.target().getParent());
      Files.move(operation.source(), operation.target());
    }
    Files.delete(second.target());
    Files.writeString(second.target(), "written over");
    Files.writeString(first.source(), "another picture");

    List<Outcome> outcomes = MadeUnits.carry(journal, units, Direction.FORWARD, source, target);

    assertThat(outcomes)
        .filteredOn(outcome -> outcome.mark() == Mark.FAILED)
        .extracting(Outcome::operation)
        .containsExactlyElementsOf(pair.operations());
    assertThat(outcomes).filteredOn(outcome -> outcome.mark() == Mark.DONE).isNotEmpty();
    assertThat(first.source()).hasContent("another picture");
    assertThat(second.target()).hasContent("written over");
    assertThat(Trees.contents(source, target)).containsKey(first.sha256());
  }

  @Test
  void a_file_of_any_size_is_read_past_the_page_cache_where_that_is_possible() throws IOException {
    Path whole = Files.write(source.resolve("whole"), new byte[8_192]);
    assumeTrue(CheckedRead.direct(whole).isPresent(), "this file system cannot do it");
    for (int size : new int[] {0, 1, 4_095, 5_000, 1_048_576, 1_048_653}) {
      Path file = Files.write(source.resolve("file" + size), new byte[size]);
      assertThat(CheckedRead.direct(file)).as(size + " bytes").hasValue(Trees.sha256(file));
    }
  }

  @Test
  void a_file_that_is_kept_for_another_has_to_be_there_when_that_goes() throws IOException {
    Path kept = Files.writeString(source.resolve("kept.jpg"), "same");
    Path spare = Files.writeString(source.resolve("spare.jpg"), "same");
    Files.setPosixFilePermissions(spare, PosixFilePermissions.fromString("rw-r--r--"));
    Operation planned =
        MadeUnits.operation(
            0,
            0,
            OperationKind.TRASH,
            spare,
            source.resolve(".lumina-trash").resolve(MadeUnits.PLAN).resolve("spare.jpg"));
    Operation guarded =
        new Operation(
            0,
            "unit",
            OperationKind.TRASH,
            planned.source(),
            planned.target(),
            planned.sha256(),
            planned.size(),
            planned.modified(),
            "same bytes",
            List.of(
                new Need(
                    kept,
                    java.util.Optional.of(4L),
                    java.util.Optional.empty(),
                    java.util.Optional.empty())));
    Files.delete(kept);

    List<Outcome> outcomes =
        MadeUnits.carry(
            journal, List.of(new PlanUnit(List.of(guarded))), Direction.FORWARD, source);

    assertThat(outcomes).extracting(Outcome::mark).containsExactly(Mark.FAILED);
    assertThat(outcomes.get(0).reason()).contains("kept.jpg, is not there as planned");
    assertThat(spare).hasContent("same");
  }

  private static void readOnly(Path mounted) throws Exception {
    boolean isBound =
        run("mount", "--bind", mounted.toString(), mounted.toString())
            && run("mount", "-o", "remount,ro,bind", mounted.toString());
    assumeTrue(isBound, "only root may mount here");
  }

  private static boolean run(String... command) throws Exception {
    try (OutputStream none = OutputStream.nullOutputStream()) {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().transferTo(none);
      return process.waitFor() == 0;
    }
  }
}
