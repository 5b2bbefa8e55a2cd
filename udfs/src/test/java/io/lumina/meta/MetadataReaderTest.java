package io.lumina.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumina.made.NeedsShared;
import io.lumina.made.SharedFolder;
import io.lumina.meta.date.DateCandidate;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataIssue;
import io.lumina.meta.field.MetadataReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataReaderTest {
  private static final Path SAMPLES = SharedFolder.of("samples");

  private final MetadataReader reader = new MetadataReader();

  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(SAMPLES.resolve(name));
  }

  @NeedsShared
  @Test
  void a_live_photo_shares_its_identifier_with_its_clip() throws IOException {
    Metadata still = reader.read(sample("photos/live/IMG_3589.HEIC")).metadata();
    Metadata clip = reader.read(sample("photos/live/IMG_3589.mov")).metadata();

    assertThat(still.contentIdentifier()).contains("1EA799FF-8384-4BC4-87AA-139A814D9125");
    assertThat(clip.contentIdentifier()).isEqualTo(still.contentIdentifier());
    assertThat(clip.codec()).contains("hvc1");
    assertThat(clip.duration())
        .hasValueSatisfying(s -> assertThat(s).isCloseTo(2.937, within(1e-3)));
  }

  @NeedsShared
  @Test
  void a_heic_of_tiles_has_the_size_of_the_whole() throws IOException {
    Metadata metadata = reader.read(sample("photos/live/IMG_3589.HEIC")).metadata();

    assertThat(metadata.width()).contains(4032);
    assertThat(metadata.height()).contains(3024);
  }

  @NeedsShared
  @Test
  void an_original_date_keeps_sub_seconds_and_offset() throws IOException {
    DateCandidate date = reader.read(sample("photos/live/IMG_3589.HEIC")).dates().get(0);

    assertThat(date.field()).isEqualTo("DateTimeOriginal");
    assertThat(date.local()).contains(LocalDateTime.parse("2020-04-17T10:03:48.064"));
    assertThat(date.offset()).contains(ZoneOffset.ofHours(-6));
    assertThat(date.utc()).contains(Instant.parse("2020-04-17T16:03:48.064Z"));
    assertThat(date.isOriginal()).isTrue();
  }

  @NeedsShared
  @Test
  void a_film_of_apple_knows_clock_offset_and_place() throws IOException {
    MetadataReading reading = reader.read(sample("video/with-gps.mov"));

    assertThat(reading.dates().get(0).local()).contains(LocalDateTime.parse("2019-07-24T11:25:40"));
    assertThat(reading.dates().get(0).offset()).contains(ZoneOffset.ofHours(3));
    assertThat(reading.metadata().gpsLat()).contains(32.0929);
    assertThat(reading.metadata().gpsLon()).contains(34.862);
    assertThat(reading.metadata().gpsAlt()).contains(28.516);
    assertThat(reading.metadata().model()).contains("iPhone 6");
  }

  @NeedsShared
  @Test
  void another_film_only_knows_utc() throws IOException {
    MetadataReading reading = reader.read(sample("video/with-gps.mp4"));

    assertThat(reading.dates().get(0).utc()).contains(Instant.parse("2017-02-22T08:20:28Z"));
    assertThat(reading.dates().get(0).local()).isEmpty();
    assertThat(reading.metadata().gpsLat()).contains(51.4169);
    assertThat(reading.metadata().gpsLon()).contains(-0.0806);
  }

  @NeedsShared
  @ParameterizedTest
  @ValueSource(
      strings = {
        "photos/live/IMG_3589.HEIC",
        "photos/live/IMG_3589.mov",
        "video/with-gps.mov",
        "video/with-gps.mp4",
        "video/xmp480qt.mov",
        "video/MVI_0121.AVI",
        "audio/audio.m4a",
        "photos/sidecar/IMG_5910.jpg",
        "photos/headers/Minolta.mrw"
      })
  void a_stream_gives_what_the_bytes_give(String name) throws IOException {
    byte[] content = sample(name);

    assertThat(reader.read(new ByteArrayInputStream(content))).isEqualTo(reader.read(content));
  }

  @NeedsShared
  @Test
  void a_jpeg_cut_behind_its_exif_keeps_it() throws IOException {
    byte[] whole = sample("photos/sidecar/IMG_5910.jpg");
    MetadataReading cut = reader.read(Arrays.copyOf(whole, 16_000));

    assertThat(cut.metadata().model()).isPresent().isEqualTo(reader.read(whole).metadata().model());
    assertThat(cut.issues()).extracting(MetadataIssue::code).contains("metadata_truncated");
  }

  @Test
  void bytes_without_meaning_are_an_issue() {
    assertThat(reader.read(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}).issues())
        .containsExactly(
            new MetadataIssue("metadata_unreadable", "File format could not be determined"));
  }

  @NeedsShared
  @Test
  void raw_directories_have_names_and_texts() throws IOException {
    assertThat(reader.raw(sample("photos/sidecar/IMG_5910.jpg")).get("Exif IFD0"))
        .containsEntry("Make", "Canon");
  }

  @NeedsShared
  @ParameterizedTest
  @ValueSource(
      strings = {
        "photos/live/IMG_3589.mov",
        "photos/headers/Sigma.x3f",
        "photos/headers/KyoceraRaw.raw",
        "photos/headers/Minolta.mrw",
        "photos/headers/Matroska.mkv",
        "photos/headers/RIFF.wav",
        "photos/headers/ASF.wmv",
        "photos/sidecar/IMG_5910.jpg"
      })
  void changed_bytes_never_throw(String name) throws IOException {
    byte[] original = Arrays.copyOf(sample(name), 100_000);
    Random random = new Random(5);
    for (int round = 0; round < 150; round++) {
      byte[] changed = original.clone();
      for (int i = 0; i < 8; i++) {
        changed[random.nextInt(2_000)] = (byte) random.nextInt();
      }
      assertThat(reader.read(changed).metadata()).isNotNull();
    }
  }
}
