package io.lumina.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {

  private static Raster noise(int width, int height) {
    byte[] grey = new byte[width * height];
    new Random(5).nextBytes(grey);
    return new Raster(width, height, grey);
  }

  @ParameterizedTest
  @CsvSource({"100, 80, 100.0, 80.0", "101, 80, 100.375, 79.5", "64, 90, 64.0, 90.0", "9, 7, 9, 7"})
  void reading_row_by_row_gives_the_same_values(int width, int height, double wide, double high) {
    Raster raster = noise(width, height);
    Rows rows = raster;
    Box box = new Box(wide, high);
    byte[] byRow = Lanczos.resize(rows, box, 64, 64).grey();
    assertThat(byRow).isEqualTo(Lanczos.resize(raster, box, 64, 64).grey());
  }

  @Test
  void a_box_larger_than_the_rows_is_refused() {
    Rows rows = noise(10, 10);
    assertThatThrownBy(() -> Lanczos.resize(rows, new Box(11, 10), 4, 4))
        .hasMessageContaining("is larger than the rows of 10x10");
  }
}
