package io.lumina.duplicates.search.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileLayoutTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "3, 5", "2, 64"})
  void every_pair_of_tiles_has_one_task_and_every_task_one_pair(int passes, int tiles) {
    TileLayout layout = new TileLayout(passes, tiles);
    Set<Integer> tasks = new HashSet<>();
    for (int pass = 0; pass < passes; pass++) {
      for (int a = 0; a < tiles; a++) {
        for (int b = a; b < tiles; b++) {
          int task = layout.task(pass, a, b);
          assertThat(layout.task(pass, b, a)).isEqualTo(task);
          assertThat(layout.passOf(task)).isEqualTo(pass);
          assertThat(layout.isDiagonal(task)).isEqualTo(a == b);
          assertThat(tasks.add(task)).isTrue();
        }
      }
    }
    assertThat(tasks).hasSize(layout.tasks()).allMatch(task -> task >= 0 && task < layout.tasks());
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1, 0, 1",
    "10000000, 1, 0, 1",
    "40000000, 1, 0, 2",
    "10000000, 8, 0, 3",
    "1000, 1, 8, 4",
    "1000, 1, 65536, 64"
  })
  void there_are_as_few_tiles_as_memory_and_the_number_of_tasks_allow(
      long hashes, int width, int tasks, int tiles) {
    assertThat(TileLayout.of(1, hashes, width, tasks).tiles()).isEqualTo(tiles);
  }

  @Test
  void hashes_are_spread_over_the_tiles() {
    TileLayout layout = new TileLayout(1, 7);
    int[] counts = new int[7];
    for (long hash = 0; hash < 70_000; hash++) {

      counts[layout.tileOf(hash)]++;
    }
    assertThat(counts).matches(all -> Arrays.stream(all).allMatch(count -> count > 9_500));
  }
}
