package io.lumina.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.image.jpeg.Broken;
import io.lumina.made.Exif;
import io.lumina.made.MadeClip;
import io.lumina.made.MadeFilm;
import io.lumina.made.MadeHeif;
import io.lumina.made.MadeJpeg;
import io.lumina.made.MadePicture;
import io.lumina.made.MadeRaw;
import io.lumina.made.MadeSound;
import io.lumina.made.XmpText;
import io.lumina.meta.date.DateCandidate;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataIssue;
import io.lumina.meta.field.MetadataReading;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What phones and cameras write, in files that are put together here. */
class MadeMetadataTest {
  private static final MadePicture SCENE = MadePicture.of(31, 320, 240);
  private static final Instant TIME = Instant.parse("2017-02-22T08:20:28Z");
  private static final String IDENTIFIER = "1B2C3D4E-0001-4BC4-87AA-139A814D9125";

  private final MetadataReader reader = new MetadataReader();

  private static Exif camera() {
    return Exif.of("Maker", "Model 5")
        .taken(LocalDateTime.parse("2020-04-17T10:03:48"))
        .place(47.5, 8.25)
        .orientation(6);
  }

  private static byte[] file(String what) {
    return switch (what) {
      case "jpeg" -> camera().into(SCENE.jpeg(90));
      case "jpeg with words" ->
          new MadeJpeg().exif(camera()).xmp(new XmpText().with("xmp:Rating", "4")).bytes();
      case "heic" -> MadeHeif.tiled(SCENE, 2, 2).thumbnail(SCENE.scaled(160, 120)).bytes();
      case "raw" -> MadeRaw.dng(camera(), SCENE);
      case "clip" -> MadeClip.mov(TIME, List.of(SCENE, SCENE.frame(1)));
      case "film" -> MadeFilm.of(TIME).place("+51.4169-000.0806/").bytes();
      case "sound" -> MadeSound.wav(1);
      case "png" -> SCENE.as("png");
      case "webp" -> SCENE.webp(80);
      default -> throw new IllegalArgumentException(what);
    };
  }

  @Test
  void a_live_photo_shares_its_identifier_with_its_clip() {
    byte[] still = Exif.of("Apple", "iPhone 8").contentIdentifier(IDENTIFIER).into(SCENE.jpeg(90));
    byte[] clip =
        MadeFilm.of(TIME).key("com.apple.quicktime.content.identifier", IDENTIFIER).bytes();

    assertThat(reader.read(still).metadata().contentIdentifier()).contains(IDENTIFIER);
    assertThat(reader.read(clip).metadata().contentIdentifier()).contains(IDENTIFIER);
    assertThat(reader.read(clip).metadata().duration()).contains(2.5);
  }

  @Test
  void a_heic_of_tiles_has_the_size_of_the_whole() {
    Metadata metadata = reader.read(file("heic")).metadata();

    assertThat(metadata.width()).contains(320);
    assertThat(metadata.height()).contains(240);
  }

  @Test
  void an_original_date_keeps_sub_seconds_and_offset() {
    Exif fields =
        camera().text(Exif.SUB_SECONDS_ORIGINAL, "064").text(Exif.OFFSET_TIME_ORIGINAL, "-06:00");

    DateCandidate date = reader.read(fields.into(SCENE.jpeg(90))).dates().get(0);

    assertThat(date.field()).isEqualTo("DateTimeOriginal");
    assertThat(date.local()).contains(LocalDateTime.parse("2020-04-17T10:03:48.064"));
    assertThat(date.offset()).contains(ZoneOffset.ofHours(-6));
    assertThat(date.utc()).contains(Instant.parse("2020-04-17T16:03:48.064Z"));
    assertThat(date.isOriginal()).isTrue();
  }

  @Test
  void a_film_of_apple_knows_clock_offset_and_place() {
    byte[] film =
        MadeFilm.of(Instant.parse("2019-07-24T09:00:00Z"))
            .key("com.apple.quicktime.creationdate", "2019-07-24T11:25:40+0300")
            .key("com.apple.quicktime.location.ISO6709", "+32.0929+034.8620+028.516/")
            .key("com.apple.quicktime.model", "iPhone 6")
            .bytes();

    MetadataReading reading = reader.read(film);

    assertThat(reading.dates().get(0).local()).contains(LocalDateTime.parse("2019-07-24T11:25:40"));
    assertThat(reading.dates().get(0).offset()).contains(ZoneOffset.ofHours(3));
    assertThat(reading.metadata().gpsLat()).contains(32.0929);
    assertThat(reading.metadata().gpsLon()).contains(34.862);
    assertThat(reading.metadata().gpsAlt()).contains(28.516);
    assertThat(reading.metadata().model()).contains("iPhone 6");
  }

  @Test
  void another_film_only_knows_utc() {
    MetadataReading reading = reader.read(file("film"));

    assertThat(reading.dates().get(0).utc()).contains(TIME);
    assertThat(reading.dates().get(0).local()).isEmpty();
    assertThat(reading.metadata().gpsLat()).contains(51.4169);
    assertThat(reading.metadata().gpsLon()).contains(-0.0806);
  }

  @Test
  void a_clip_tells_its_size_its_length_and_its_codec() {
    Metadata metadata = reader.read(file("clip")).metadata();

    assertThat(metadata.width()).contains(320);
    assertThat(metadata.height()).contains(240);
    assertThat(metadata.duration()).contains(2.0);
    assertThat(metadata.codec()).contains("jpeg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jpeg", "jpeg with words", "heic", "raw", "clip", "film", "sound", "png", "webp"})
  void a_stream_gives_what_the_bytes_give(String what) throws Exception {
    byte[] content = file(what);
    MetadataReading whole = reader.read(content);

    assertThat(whole.issues()).isEmpty();
    assertThat(reader.read(new ByteArrayInputStream(content))).isEqualTo(whole);
  }

  @Test
  void a_jpeg_cut_behind_its_exif_keeps_it() {
    MetadataReading cut = reader.read(Arrays.copyOf(file("jpeg"), 600));

    assertThat(cut.metadata().model()).contains("Model 5");
    assertThat(cut.metadata().gpsLat()).contains(47.5);
    assertThat(cut.issues()).extracting(MetadataIssue::code).contains("metadata_truncated");
  }

  @Test
  void raw_directories_have_names_and_texts() {
    assertThat(reader.raw(file("jpeg")).get("Exif IFD0"))
        .containsEntry("Make", "Maker")
        .containsEntry("Model", "Model 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg with words", "heic", "raw", "clip", "film", "sound", "webp"})
  void changed_bytes_never_throw_and_say_little(String what) {
    byte[] original = file(what);
    Random random = new Random(5);
    for (int round = 0; round < 150; round++) {
      byte[] changed = Broken.of(original, random);
      for (int i = 0; i < 8; i++) {
        changed[random.nextInt(Math.min(2_000, changed.length))] = (byte) random.nextInt();
      }
      MetadataReading reading = reader.read(changed);
      assertThat(reading.issues()).hasSizeLessThanOrEqualTo(10);
      assertThat(reading.metadata().values().values())
          .allSatisfy(value -> assertThat(value.toString()).doesNotContain("\0"));
    }
  }
}
