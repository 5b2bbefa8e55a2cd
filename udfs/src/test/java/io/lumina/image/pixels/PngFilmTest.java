package io.lumina.image.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.MadeBytes;
import io.lumina.made.MadePicture;
import io.lumina.raster.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** Two pixels of grey and alpha, and what is painted over them. */
class PngFilmTest {
  private static final int KEEP = 0;
  private static final int TO_BACKGROUND = 1;
  private static final int TO_PREVIOUS = 2;

  /** Signature and header. */
  private static final int HEAD = 33;

  @Test
  void what_shines_through_is_what_was_shown_before() throws IOException {
    PngFilm film =
        film(
            frame(2, 0, KEEP, false, 100, 255, 200, 255),
            frame(1, 1, KEEP, true, 0, 128),
            frame(1, 1, KEEP, false, 0, 128),
            frame(1, 0, KEEP, true, 7, 0));
    assertThat(grey(film, 0)).containsExactly(100, 200);
    assertThat(grey(film, 1)).containsExactly(100, 100);
    assertThat(grey(film, 2)).as("over white").containsExactly(100, 127);
    assertThat(grey(film, 3)).containsExactly(100, 127);
    assertThat(film.show(4)).isEmpty();
  }

  @Test
  void a_frame_is_taken_away_as_it_says() throws IOException {
    PngFilm film =
        film(
            frame(2, 0, KEEP, false, 100, 255, 200, 255),
            frame(1, 0, TO_PREVIOUS, false, 50, 255),
            frame(1, 1, TO_BACKGROUND, false, 60, 255),
            frame(1, 0, KEEP, false, 70, 255));
    assertThat(grey(film, 1)).containsExactly(50, 200);
    assertThat(grey(film, 2)).containsExactly(100, 60);
    assertThat(grey(film, 3)).containsExactly(70, 255);
  }

  @Test
  void a_frame_outside_of_the_picture_ends_the_film() throws IOException {
    PngFilm film = film(frame(2, 0, KEEP, false, 1, 255, 2, 255), frame(1, 2, KEEP, false, 3, 255));
    assertThat(film.show(0)).isPresent();
    assertThat(film.show(1)).isEmpty();
  }

  @Test
  void without_its_animation_a_png_is_the_file_that_it_would_be() throws IOException {
    byte[] still = MadePicture.of(3, 20, 10).as("png");
    byte[] moving =
        MadeBytes.big()
            .add(Arrays.copyOf(still, HEAD))
            .add(MadeBytes.chunk("acTL", new byte[8]))
            .add(frame(2, 0, KEEP, false, 1, 255, 2, 255))
            .add(Arrays.copyOfRange(still, HEAD, still.length))
            .done();
    assertThat(StillPng.of(moving)).isEqualTo(still);
    assertThat(StillPng.of(still)).isSameAs(still);
    assertThat(StillPng.of(Arrays.copyOf(moving, 70))).isEqualTo(Arrays.copyOf(still, HEAD));
    byte[] jpeg = MadePicture.of(3, 20, 10).jpeg(80);
    assertThat(StillPng.of(jpeg)).isSameAs(jpeg);
  }

  private static int[] grey(PngFilm film, int index) {
    Raster raster = film.show(index).orElseThrow();
    return new int[] {raster.at(0, 0), raster.at(1, 0)};
  }

  private static PngFilm film(byte[]... frames) {
    MadeBytes png =
        MadeBytes.big()
            .text(StillPng.SIGNATURE)
            .add(MadeBytes.chunk("IHDR", MadeBytes.big().u32(2, 1).u8(8).u8(4).zeros(3).done()));
    for (byte[] frame : frames) {
      png.add(frame);
    }
    return new PngFilm(png.add(MadeBytes.chunk("IEND", new byte[0])).done(), 2, 1);
  }

  /** One row of values, grey and alpha in turn. */
  private static byte[] frame(int width, int x, int disposal, boolean over, int... values)
      throws IOException {
    byte[] control =
        MadeBytes.big().u32(0, width, 1, x, 0).u16(1).u16(10).u8(disposal).u8(over ? 1 : 0).done();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(new byte[4]);
    try (DeflaterOutputStream out = new DeflaterOutputStream(data)) {
      out.write(0);
      for (int value : values) {
        out.write(value);
      }
    }
    return MadeBytes.big()
        .add(MadeBytes.chunk("fcTL", control))
        .add(MadeBytes.chunk("fdAT", data.toByteArray()))
        .done();
  }
}
