package io.lumina.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.lumina.container.FileFormat;
import io.lumina.container.HeifItems;
import io.lumina.image.raw.RawDirectories;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Issue;
import io.lumina.image.reading.PictureReading;
import io.lumina.image.structure.HeifStructure;
import io.lumina.image.structure.IcoStructure;
import io.lumina.image.structure.Jp2Structure;
import io.lumina.image.structure.JxlStructure;
import io.lumina.image.structure.PsdStructure;
import io.lumina.made.Exif;
import io.lumina.made.MadeBytes;
import io.lumina.made.MadeHeif;
import io.lumina.made.MadeOddPicture;
import io.lumina.made.MadePicture;
import io.lumina.made.MadeRaw;
import io.lumina.made.NeedsShared;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Broken on purpose: flipped bytes, cut ends, bytes of all ones. The seed is fixed. */
class MutationTest {
  private static final List<String> SEEDS =
      List.of(
          "photos/oddjpeg/app-marker-missing-null-term.jpg",
          "bad/own/JPEG-UPPER.JPE",
          "bad/go-fuzz/video-001.separate.dc.progression.jpeg",
          "photos/orientation/hopper_orientation_6.webp",
          "bad/go-fuzz/avatars.png",
          "photos/other/hopper.gif",
          "photos/other/hopper.bmp",
          "photos/tiff/BigTIFF.tif",
          "photos/tiff/g4_orientation_5.tif",
          "photos/raw/sample.cr2");

  private static final List<String> SEEDS_OF_STRUCTURES =
      List.of(
          "photos/heic/photo.heic",
          "photos/heic/RGB_8__128x128.heif",
          "photos/avif/hopper.avif",
          "photos/other/hopper.ico",
          "photos/other/test-card-lossless.jp2",
          "photos/headers/JXL.jxl");

  private static final Set<String> REASONS =
      Stream.of(CorruptionReason.class.getFields())
          .map(MutationTest::constant)
          .collect(Collectors.toSet());

  private static String constant(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] mutant(byte[] seed, Random random) {
    byte[] mutant = seed.clone();
    int reach = random.nextBoolean() ? Math.min(600, mutant.length) : mutant.length;
    for (int i = 0; i <= random.nextInt(8); i++) {
      mutant[random.nextInt(reach)] = (byte) (random.nextInt(4) == 0 ? 0xff : random.nextInt());
    }
    boolean cut = random.nextInt(4) == 0;
    return cut ? Arrays.copyOf(mutant, 1 + random.nextInt(mutant.length)) : mutant;
  }

  @NeedsShared
  @Test
  void broken_pictures_have_a_luma_or_a_reason() {
    readMutants(SEEDS.stream().map(Samples::bytes).toList(), 60);
  }

  @Test
  void broken_pictures_of_the_common_formats_have_a_luma_or_a_reason() {
    MadePicture picture = MadePicture.of(5, 120, 90);
    readMutants(
        List.of(
            picture.jpeg(80),
            Exif.of("Make", "Model").orientation(6).into(picture.jpeg(60)),
            picture.as("png"),
            picture.as("gif"),
            picture.as("bmp"),
            picture.as("tiff"),
            picture.webp(70),
            MadeRaw.dng(Exif.of("Make", "Model"), picture)),
        60);
  }

  @Test
  void broken_pictures_of_the_other_formats_do_too() {
    MadePicture picture = MadePicture.of(7, 120, 90);
    readMutants(
        List.of(
            MadeHeif.tiled(picture, 2, 2).thumbnail(picture.scaled(80, 60)).bytes(),
            MadeHeif.av1(picture).bytes(),
            MadeOddPicture.ico(picture),
            MadeOddPicture.jp2(picture),
            MadeOddPicture.psd(picture)),
        25);
  }

  private static void readMutants(List<byte[]> seeds, int mutants) {
    Random random = new Random(20);
    try (PictureReader reader = new PictureReader()) {
      for (byte[] seed : seeds) {
        FileFormat format = FileFormat.detect(seed, "dng");
        for (int i = 0; i < mutants; i++) {
          PictureReading reading = reader.read(mutant(seed, random), format);
          boolean says = reading.corruption().isPresent() || !reading.issues().isEmpty();
          assertThat(reading.hasLuma() || says).isTrue();
          reading.corruption().ifPresent(found -> assertThat(REASONS).contains(found.reason()));
          assertThat(REASONS).containsAll(reading.issues().stream().map(Issue::code).toList());
        }
      }
    }
  }

  @NeedsShared
  @Test
  void no_structure_check_throws() {
    inspectMutants(SEEDS_OF_STRUCTURES.stream().map(Samples::bytes).toList(), 2000);
  }

  @Test
  void no_structure_check_of_a_made_file_throws() {
    MadePicture picture = MadePicture.of(6, 64, 48);
    inspectMutants(
        List.of(
            MadeHeif.tiled(picture, 2, 2).thumbnail(picture.scaled(16, 12)).bytes(),
            MadeHeif.av1(picture).bytes(),
            MadeOddPicture.ico(picture),
            MadeOddPicture.jp2(picture),
            MadeOddPicture.psd(picture),
            MadeRaw.dng(Exif.of("Make", "Model"), picture),
            MadeBytes.big().u16(0xff0a).u64(0x1234_5678_9abc_def0L).zeros(40).done()),
        500);
  }

  private static void inspectMutants(List<byte[]> seeds, int mutants) {
    Random random = new Random(21);
    for (byte[] seed : seeds) {
      for (int i = 0; i < mutants; i++) {
        byte[] mutant = mutant(seed, random);
        assertThatCode(() -> inspect(mutant)).doesNotThrowAnyException();
      }
    }
  }

  private static void inspect(byte[] content) {
    Optional<HeifItems> items = HeifItems.of(content);
    HeifStructure.of(content, items);
    items.flatMap(it -> it.goodThumbnail(PictureReading.LUMA_SIDE));
    IcoStructure.of(content);
    Jp2Structure.of(content);
    JxlStructure.of(content);
    PsdStructure.of(content);
    RawDirectories.of(content, FileFormat.detect(content, "nef"));
  }
}
