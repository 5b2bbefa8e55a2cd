package io.lumina.gpu.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.gpu.HostProgram;
import io.lumina.hash.HashRun;
import io.lumina.hash.PairSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HostPairsTest extends PairContract {
  private static HostProgram program;

  @BeforeAll
  static void start() throws IOException {
    program = HostProgram.start("pairs", 1);
  }

  @AfterAll
  static void stop() throws IOException {
    if (program != null) {
      program.close();
    }
  }

  @Override
  PairSearch search() {
    return new HostPairs(program);
  }

  @Test
  void pairs_without_room_are_counted_and_written_nowhere() {
    List<Long> told = new ArrayList<>();
    long found =
        new HostPairs(program)
            .search(
                HashRun.of(new long[300]),
                HashRun.of(new long[300]),
                true,
                0,
                1000,
                (a, b) -> told.add((long) a << 32 | b));
    assertThat(found).isEqualTo(300 * 299 / 2);
    assertThat(told).hasSize(1000).doesNotHaveDuplicates();
  }

  @Test
  void a_team_of_threads_finds_the_same_and_never_races() throws IOException {
    long[] hashes =
        new java.util.SplittableRandom(3).longs(700).map(hash -> hash & 0xffff).toArray();
    try (HostProgram team = HostProgram.start("pairs", 5)) {
      HashRun run = HashRun.of(hashes);
      long one = new HostPairs(program).search(run, run, true, 4, 1 << 20, (a, b) -> {});
      long many = new HostPairs(team).search(run, run, true, 4, 1 << 20, (a, b) -> {});
      assertThat(many).isEqualTo(one).isPositive();
    }
  }
}
