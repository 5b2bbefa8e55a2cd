package io.lumina.gpu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.hash.Pdq;
import io.lumina.raster.Lanczos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** tables.h is written from the tables of the Java classes; -Dlumina.update=true writes it anew. */
class KernelTablesTest {
  private static final Path HEADER = Path.of("src", "main", "cuda", "tables.h");
  private static final int SIDE = 64;
  private static final int NUMBERS_PER_LINE = 16;

  @Test
  void the_kernels_use_the_tables_of_the_java_classes() throws IOException {
    String expected = header();
    if (Boolean.getBoolean("lumina.update")) {
      Files.writeString(HEADER, expected);
    }
    assertThat(HEADER).hasContent(expected);
  }

  private static String header() {
    return """
        // Written by KernelTablesTest from io.lumina.raster.Lanczos and io.lumina.hash.Pdq; do not edit.
        #pragma once

        #include "team.h"

        """
        + lanczos(9)
        + lanczos(8)
        + "\n// At [sample * 16 + frequency]; twice, for threads that read one value and for those that read many.\n"
        + array("LUMINA_CONSTANT", "COSINES", cosines())
        + array("LUMINA_TABLE", "COSINES_BY_LANE", cosines());
  }

  /** Windows without the zeros at both ends; the weights of one tap lie side by side. */
  private static String lanczos(int outputs) {
    int[][] rows = Lanczos.lumaWeights(outputs);
    int[] first = new int[outputs];
    int[] taps = new int[outputs];
    for (int i = 0; i < outputs; i++) {
      int[] row = rows[i];
      first[i] = IntStream.range(0, SIDE).filter(k -> row[k] != 0).min().orElseThrow();
      int last = IntStream.range(0, SIDE).filter(k -> row[k] != 0).max().orElseThrow();
      taps[i] = last - first[i] + 1;
    }
    int most = Arrays.stream(taps).max().orElseThrow();
    int[] weights = new int[most * outputs];
    for (int i = 0; i < outputs; i++) {
      for (int k = 0; k < taps[i]; k++) {
        weights[k * outputs + i] = rows[i][first[i] + k];
      }
    }
    return "\n// LANCZOS from 64 samples to %d: weight k of output i at [k * %d + i].\n"
            .formatted(outputs, outputs)
        + array("LUMINA_TABLE", "FIRST_" + outputs, first)
        + array("LUMINA_TABLE", "TAPS_" + outputs, taps)
        + array("LUMINA_TABLE", "WEIGHTS_" + outputs, weights);
  }

  private static int[] cosines() {
    int[][] table = Pdq.cosineTable();
    int[] values = new int[SIDE * table.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = table[i % table.length][i / table.length];
    }
    return values;
  }

  private static String array(String space, String name, int[] values) {
    String lines =
        IntStream.range(0, (values.length + NUMBERS_PER_LINE - 1) / NUMBERS_PER_LINE)
            .mapToObj(
                line ->
                    Arrays.stream(values)
                        .skip((long) line * NUMBERS_PER_LINE)
                        .limit(NUMBERS_PER_LINE)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(", ", "    ", ",\n")))
            .collect(Collectors.joining());
    return "%s int32_t %s[%d] = {\n%s};\n".formatted(space, name, values.length, lines);
  }
}
