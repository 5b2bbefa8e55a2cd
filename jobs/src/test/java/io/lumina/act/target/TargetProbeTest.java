package io.lumina.act.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetProbeTest {
  @TempDir Path temp;

  @Test
  void a_probe_says_what_the_disk_does_and_leaves_nothing_behind() throws IOException {
    Files.writeString(temp.resolve("mine.txt"), "mine");

    TargetTraits traits = TargetProbe.probe(temp);

    Path upper = Files.createFile(temp.resolve("Trial"));
    assertThat(traits.foldsCase()).isEqualTo(Files.exists(temp.resolve("tRIAL")));
    Files.delete(upper);
    Path longest = temp.resolve("x".repeat(traits.longestName()));
    Files.delete(Files.createFile(longest));
    if (traits.longestName() < 255) {
      assertThatThrownBy(() -> Files.createFile(temp.resolve(longest.getFileName() + "x")))
          .isInstanceOf(IOException.class);
    }
    assertThat(traits.freeBytes()).isPositive();
    assertThat(traits.timeStep()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(2));
    assertThat(names(temp)).containsExactly("mine.txt");
  }

  @Test
  void a_target_that_is_not_there_yet_is_not_made() throws IOException {
    assertThat(TargetProbe.probe(temp.resolve("new/library")).longestName()).isPositive();

    assertThat(names(temp)).isEmpty();
  }

  @Test
  void a_disk_that_fills_up_half_way_is_left_as_it_was() throws IOException {
    // The root, the folder of the probe and one file: the second file finds no room.
    try (MountedDisk disk = MountedDisk.ofInodes(temp.resolve("disk"), 3)) {
      assertThatThrownBy(() -> TargetProbe.probe(disk.folder()))
          .isInstanceOfSatisfying(
              LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
          .hasMessageContaining("cannot write below the target " + disk.folder());
      assertThat(names(disk.folder())).isEmpty();
    }
  }

  @Test
  void a_target_that_cannot_be_written_is_named() {
    Path kernel = Path.of("/proc");
    assumeTrue(Files.isDirectory(kernel), "this machine has no folder that nobody can write");

    assertThatThrownBy(() -> TargetProbe.probe(kernel.resolve("library")))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessageStartingWith("cannot write below the target /proc/library (")
        .hasMessageEndingWith("; choose a folder that can be written");
  }

  @Test
  void a_file_is_no_target() throws IOException {
    Path file = Files.writeString(temp.resolve("file.jpg"), "picture");

    assertThatThrownBy(() -> TargetProbe.probe(file.resolve("library")))
        .isInstanceOf(LuminaException.class)
        .hasMessageContaining(file + " is no folder, so the target " + file + "/library");
    assertThat(file).hasContent("picture");
  }

  @Test
  void a_stick_folds_case_and_holds_neither_permissions_nor_links() throws IOException {
    Path image = temp.resolve("image");
    try (MountedDisk disk = MountedDisk.blindToCase(temp.resolve("disk"), image)) {
      TargetTraits traits = TargetProbe.probe(disk.folder());

      assertThat(traits.foldsCase()).isTrue();
      assertThat(traits.hardLinks()).isFalse();
      assertThat(traits.permissions()).isFalse();
      assertThat(traits.timeStep()).isEqualTo(Duration.ofSeconds(2));
      assertThat(traits.folded("IMG.JPG")).isEqualTo(traits.folded("img.jpg"));
      assertThat(names(disk.folder())).isEmpty();
    }
  }

  @Test
  void a_folder_that_folds_case_folds_unicode_too() throws IOException {
    try (MountedDisk disk = MountedDisk.casefold(temp.resolve("disk"), temp.resolve("image"))) {
      Path folder = Files.createDirectory(disk.folder().resolve("library"));
      MountedDisk.run("chattr", "+F", folder.toString());
      TargetTraits traits = TargetProbe.probe(folder.resolve("not/there/yet"));

      assertThat(traits.foldsCase()).isTrue();
      assertThat(traits.foldsUnicode()).isTrue();
      assertThat(names(folder)).isEmpty();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
