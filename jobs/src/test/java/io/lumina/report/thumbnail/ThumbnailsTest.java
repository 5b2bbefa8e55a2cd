package io.lumina.report.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.lumina.image.jpeg.Broken;
import io.lumina.job.Progress;
import io.lumina.made.Exif;
import io.lumina.made.MadePicture;
import io.lumina.made.NeedsShared;
import io.lumina.made.SharedFolder;
import io.lumina.report.SampleLibrary;
import io.lumina.report.model.Gallery;
import io.lumina.report.model.Picture;
import io.lumina.report.model.Picture.Taken;
import io.lumina.report.model.Thumbnail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailsTest {
  private static final SourceBytes STORAGE = new StorageBytes(new Configuration());
  private static final Thumbnails THUMBNAILS = new Thumbnails(STORAGE, pictures -> Map.of(), 240);
  private static final Path SAMPLES = SharedFolder.of("samples");

  @TempDir private Path folder;

  @Test
  void a_jpeg_becomes_a_small_picture_of_its_shape() {
    Thumbnail.Small small = small(SampleLibrary.picture("dups/alps/alps.jpg", "JPEG"));

    assertThat(small.grey()).isFalse();
    assertThat(small.width()).isEqualTo(240);
    assertThat(small.height()).isEqualTo(180);
    assertThat(small.jpeg().length).isBetween(2_000, 33_000);
  }

  @Test
  void every_orientation_of_a_picture_gives_the_same_thumbnail() throws Exception {
    byte[] upright = grey(oriented(1));
    for (int orientation = 2; orientation <= 8; orientation++) {
      assertThat(distance(upright, grey(oriented(orientation))))
          .as("mean difference of orientation " + orientation)
          .isLessThan(8);
    }
  }

  @Test
  void png_webp_gif_bmp_and_tiff_have_colour_thumbnails() {
    for (Picture picture :
        List.of(
            SampleLibrary.picture("dups/alps/alps-png50.png", "PNG"),
            SampleLibrary.picture("dups/alps/alps-webp80.webp", "WEBP"),
            SampleLibrary.picture("photos/other/hopper.gif", "GIF"),
            SampleLibrary.picture("photos/other/hopper.bmp", "BMP"),
            SampleLibrary.picture("photos/tiff/scan.tiff", "TIFF"))) {
      assertThat(small(picture).grey()).as(picture.relativePath()).isFalse();
    }
  }

  @Test
  void a_format_that_is_not_decoded_here_shows_its_stored_grey_values_in_its_own_shape() {
    byte[] luma = new byte[64 * 64];
    Arrays.fill(luma, (byte) 200);
    Picture heic = row(folder.resolve("photo.heic"), "HEIC", 4000, 3000, 6);

    Thumbnail.Small small = small(heic, luma);

    assertThat(small.grey()).isTrue();
    assertThat(small.width()).isEqualTo(180);
    assertThat(small.height()).isEqualTo(240);
  }

  @Test
  void pictures_over_the_limits_are_not_opened() {
    SourceBytes closed =
        (path, maxBytes) -> {
          throw new AssertionError("opened " + path);
        };
    Thumbnails thumbnails = new Thumbnails(closed, pictures -> Map.of(), 240);
    Path file = folder.resolve("bomb.png");

    for (Picture picture :
        List.of(
            row(file, "PNG", 50_000, 50_000, 1),
            row(file, "PNG", 7_000, 6_000, 1),
            row(file, "JPEG", 10_001, 10_000, 1),
            row(file, "JPEG", 0, 0, 1),
            row(file, "SVG", 10, 10, 1))) {
      assertThat(thumbnails.of(picture)).isInstanceOf(Thumbnail.Missing.class);
    }
  }

  @Test
  void a_missing_file_falls_back_to_the_stored_values_and_then_to_words() {
    Path gone = folder.resolve("no such file.jpg");

    assertThat(small(row(gone, "JPEG", 100, 80, 1), new byte[64 * 64]).grey()).isTrue();
    assertThat(THUMBNAILS.of(row(gone, "JPEG", 100, 80, 1)))
        .isEqualTo(new Thumbnail.Missing("JPEG, no preview"));
  }

  @Test
  void a_file_that_changed_since_it_was_catalogued_is_not_decoded() throws Exception {
    Picture known = SampleLibrary.picture("dups/alps/alps.jpg", "JPEG");
    Path file = folder.resolve("alps.jpg");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(Path.of(known.sourcePath())), 5_000));
    SourceBytes other = (path, maxBytes) -> STORAGE.read(file.toString(), maxBytes);

    assertThat(
            ((Thumbnail.Small) new Thumbnails(other, SampleLibrary::lumas, 240).of(known)).grey())
        .isTrue();
  }

  @Test
  void the_stored_values_are_asked_for_once_and_only_where_a_file_gave_nothing() {
    Picture alps = SampleLibrary.picture("dups/alps/alps.jpg", "JPEG");
    List<Picture> gone =
        Stream.of("one.jpg", "two.jpg")
            .map(name -> row(folder.resolve("no such " + name), "JPEG", 100, 80, 1))
            .toList();
    List<List<String>> asked = new ArrayList<>();
    StoredLumas lumas =
        pictures -> {
          asked.add(pictures.stream().map(Picture::imageId).toList());
          return Map.of(gone.get(0).imageId(), new byte[64 * 64]);
        };

    Gallery gallery =
        new Thumbnails(STORAGE, lumas, 240)
            .all(List.of(gone.get(0), alps, gone.get(1)), Progress.SILENT);

    assertThat(asked).containsExactly(List.of(gone.get(0).imageId(), gone.get(1).imageId()));
    assertThat(((Thumbnail.Small) gallery.of(alps)).grey()).isFalse();
    assertThat(((Thumbnail.Small) gallery.of(gone.get(0))).grey()).isTrue();
    assertThat(gallery.of(gone.get(1))).isInstanceOf(Thumbnail.Missing.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP"})
  void no_broken_file_throws(String format) throws Exception {
    MadePicture scene = MadePicture.of(9, 120, 80);
    byte[] sound =
        switch (format) {
          case "JPEG" -> scene.jpeg(80);
          case "WEBP" -> scene.webp(80);
          default -> scene.as(format.toLowerCase(Locale.ROOT));
        };
    Path file = folder.resolve("broken");
    Random random = new Random(12);
    for (int i = 0; i < 40; i++) {
      Files.write(file, Broken.of(sound, random));
      assertThat(THUMBNAILS.of(row(file, format, 120, 80, 1))).isNotNull();
    }
    Files.write(file, new byte[0]);
    assertThat(THUMBNAILS.of(row(file, format, 120, 80, 1))).isInstanceOf(Thumbnail.Missing.class);
  }

  @NeedsShared
  @Test
  void no_broken_file_of_the_samples_throws() throws Exception {
    try (Stream<Path> files = Files.walk(SAMPLES.resolve("bad"))) {
      List<Path> pictures =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().startsWith("bomb"))
              .toList();
      assertThat(pictures).hasSizeGreaterThan(100);
      for (Path file : pictures) {
        assertThat(THUMBNAILS.of(row(file, format(file), 3_000, 2_000, 1))).isNotNull();
      }
    }
  }

  @Test
  void a_picture_beyond_the_budget_says_so() {
    Picture one = SampleLibrary.picture("dups/rose/rose.jpg", "JPEG");
    Picture two = SampleLibrary.picture("dups/alps/alps.jpg", "JPEG");

    Gallery gallery = THUMBNAILS.all(List.of(one), Progress.SILENT);

    assertThat(gallery.of(one)).isInstanceOf(Thumbnail.Small.class);
    assertThat(gallery.of(two)).isEqualTo(new Thumbnail.Missing("Picture limit reached"));
  }

  private Picture oriented(int orientation) throws IOException {
    MadePicture stored = MadePicture.of(8, 48, 80).stored(orientation);
    Path file = folder.resolve(orientation + ".jpg");
    Files.write(file, Exif.of("Make", "Model").orientation(orientation).into(stored.jpeg(95)));
    return row(file, "JPEG", stored.width(), stored.height(), orientation);
  }

  private static byte[] grey(Picture picture) {
    Thumbnail.Small small = small(picture);
    assertThat(small.width()).isEqualTo(48);
    Mat grey = imdecode(new Mat(new BytePointer(small.jpeg())), IMREAD_GRAYSCALE);
    byte[] values = new byte[grey.cols() * grey.rows()];
    grey.data().get(values);
    return values;
  }

  private static double distance(byte[] a, byte[] b) {
    assertThat(b).hasSameSizeAs(a);
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
    }
    return (double) sum / a.length;
  }

  private static Thumbnail.Small small(Picture picture) {
    return small(picture, THUMBNAILS);
  }

  private static Thumbnail.Small small(Picture picture, byte[] luma) {
    return small(
        picture, new Thumbnails(STORAGE, pictures -> Map.of(picture.imageId(), luma), 240));
  }

  private static Thumbnail.Small small(Picture picture, Thumbnails thumbnails) {
    Thumbnail thumbnail = thumbnails.of(picture);
    assertThat(thumbnail).as(picture.sourcePath()).isInstanceOf(Thumbnail.Small.class);
    return (Thumbnail.Small) thumbnail;
  }

  private static String format(Path file) {
    String name = file.getFileName().toString().toUpperCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return extension.equals("JPG") ? "JPEG" : extension.equals("TIF") ? "TIFF" : extension;
  }

  private static Picture row(Path file, String format, int width, int height, int orientation) {
    return new Picture(
        file.toString(),
        "",
        file.toString(),
        file.getFileName().toString(),
        "image",
        format,
        file.toFile().length(),
        width,
        height,
        orientation,
        new Taken(Optional.empty(), 0, ""),
        Optional.empty(),
        Optional.empty());
  }
}
