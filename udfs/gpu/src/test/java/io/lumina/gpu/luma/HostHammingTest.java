package io.lumina.gpu.luma;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.gpu.HostProgram;
import io.lumina.hash.Hamming;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostHammingTest {
  private final Random random = new Random(11);

  private byte[] hash(int length) {
    byte[] hash = new byte[length];
    random.nextBytes(hash);
    return hash;
  }

  @Test
  void distances_are_those_of_the_plain_function_and_null_where_either_is() throws IOException {
    List<byte[]> a = new ArrayList<>();
    List<byte[]> b = new ArrayList<>();
    for (int row = 0; row < 10_000; row++) {
      int length = row % 3 == 0 ? 8 : row % 40;
      a.add(row % 17 == 0 ? null : hash(length));
      b.add(row % 23 == 0 ? null : hash(length));
    }
    try (HostProgram program = HostProgram.start("hamming", 1)) {
      program.send(ByteRows.of(a));
      program.send(ByteRows.of(b));
      program.flush();
      int[] report = program.receiveInts(2);
      int[] mask = program.receiveInts(ByteRows.words(a.size()));
      int[] distances = program.receiveInts(a.size());
      assertThat(report[1]).isZero();
      for (int row = 0; row < a.size(); row++) {
        boolean both = a.get(row) != null && b.get(row) != null;
        assertThat((mask[row / 32] >>> row & 1) == 1).isEqualTo(both);
        if (both) {
          assertThat(distances[row]).isEqualTo(Hamming.distance(a.get(row), b.get(row)));
        }
      }
    }
  }

  @Test
  void the_first_row_whose_lengths_differ_is_reported_and_not_read() throws IOException {
    try (HostProgram program = HostProgram.start("hamming", 1)) {
      program.send(ByteRows.of(Arrays.asList(hash(8), null, hash(8), hash(9))));
      program.send(ByteRows.of(List.of(hash(8), hash(7), hash(32), hash(8))));
      program.flush();
      int[] report = program.receiveInts(2);
      assertThat(RowReport.of(report[0], report[1]).wrong()).hasValue(2);
      assertThat(program.receiveInts(1)[0]).isEqualTo(1);
      program.receiveInts(4);
    }
  }

  @Test
  void offsets_that_leave_the_column_are_reported_and_never_followed() throws IOException {
    for (int[] offsets :
        List.of(new int[] {0, 4096, 9000}, new int[] {0, -5, 4096}, new int[] {4000, 8096, 8192})) {
      try (HostProgram program = HostProgram.start("lumas", 1)) {
        ByteRows rows = ByteRows.of(LumaCases.random(1, 2));
        program.send(new ByteRows(offsets, Arrays.copyOf(rows.data(), 8000), rows.present()));
        program.flush();
        assertThat(program.receiveInts(2)[1]).isNotZero();
      }
    }
  }
}
