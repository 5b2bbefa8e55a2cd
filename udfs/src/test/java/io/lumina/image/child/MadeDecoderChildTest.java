package io.lumina.image.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.image.PictureReader;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.MediaInfo;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.image.structure.Verdict;
import io.lumina.made.MadeBytes;
import io.lumina.made.MadeClip;
import io.lumina.made.MadeHeif;
import io.lumina.made.MadePicture;
import io.lumina.made.MadeSound;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the process of the decoder does with files that are put together here. */
class MadeDecoderChildTest {
  private static final MadePicture SCENE = MadePicture.of(29, 256, 192);
  private static final byte[] HEIC = MadeHeif.of(SCENE).bytes();
  private static final byte[] CLIP =
      MadeClip.mov(Instant.parse("2018-07-06T05:04:03Z"), List.of(SCENE, SCENE.frame(1)));

  /** FFmpeg 8.0.1 ends its process on a HEIC whose item locations have fields of no size. */
  private static byte[] heicThatCrashesFfmpeg() {
    byte[] content = HEIC.clone();
    int sizes = new String(content, StandardCharsets.ISO_8859_1).indexOf("iloc") + 8;
    assertThat(content[sizes]).isEqualTo((byte) 0x44);
    content[sizes] = 0;
    return content;
  }

  @Test
  void a_crash_costs_one_file_and_the_next_one_is_decoded() {
    try (PictureReader reader = new PictureReader()) {
      assertThat(reader.read(HEIC, FileFormat.HEIC).hasLuma()).isTrue();
      PictureReading crashed = reader.read(heicThatCrashesFfmpeg(), FileFormat.HEIC);
      assertThat(crashed.hasLuma()).isFalse();
      assertThat(crashed.corruption().orElseThrow().reason())
          .isEqualTo(CorruptionReason.DECODER_CRASHED);
      assertThat(reader.read(HEIC, FileFormat.HEIC).hasLuma()).isTrue();
    }
  }

  @Test
  void a_file_that_takes_too_long_is_given_up() {
    // No decode starts and ends within a nanosecond.
    PictureLimits limits = new PictureLimits(1_000_000_000L, Duration.ofNanos(1));
    try (PictureReader reader = new PictureReader(limits)) {
      PictureReading late = reader.read(HEIC, FileFormat.HEIC);
      assertThat(late.hasLuma()).isFalse();
      assertThat(late.corruption()).isEmpty();
      assertThat(late.hindrance().orElseThrow().reason()).isEqualTo(CorruptionReason.TIME_LIMIT);
      assertThat(late.hindrance().orElseThrow().detail())
          .isEqualTo("Decoding took longer than PT0.000000001S");
    }
  }

  @Test
  void a_machine_without_the_decoder_says_nothing_of_the_file() {
    // Where the program looks for the executable of the process.
    String home = System.setProperty("java.home", "/no/such/place");
    try (PictureReader reader = new PictureReader()) {
      assertThat(reader.hasDecoder()).isFalse();
      PictureReading reading = reader.read(HEIC, FileFormat.HEIC);
      assertThat(reading.corruption()).isEmpty();
      assertThat(reading.hindrance().orElseThrow().reason())
          .isEqualTo(CorruptionReason.DECODER_UNAVAILABLE);
      MediaInfo film = reader.probe(CLIP);
      assertThat(film.corruption()).isEmpty();
      assertThat(film.hindrance()).isPresent();
    } finally {
      System.setProperty("java.home", home);
    }
  }

  @Test
  void one_process_serves_many_files_and_ends_on_close() {
    DecoderChild child = new DecoderChild(PictureLimits.DEFAULTS);
    assertThat(child.pid()).isEmpty();
    child.luma(HEIC, 1, new Verdict(PictureLimits.DEFAULTS));
    long first = child.pid().orElseThrow();
    child.luma(MadeHeif.av1(SCENE).bytes(), 1, new Verdict(PictureLimits.DEFAULTS));
    assertThat(child.pid()).contains(first);
    ProcessHandle process = ProcessHandle.of(first).orElseThrow();
    child.close();
    assertThat(process.onExit().orTimeout(20, TimeUnit.SECONDS))
        .succeedsWithin(Duration.ofSeconds(20));
    assertThat(child.pid()).isEmpty();
  }

  @Test
  void a_file_larger_than_the_heap_of_the_process_is_decoded() {
    byte[] large = Arrays.copyOf(HEIC, 300 << 20);
    ByteBuffer free = ByteBuffer.wrap(large, HEIC.length, 8);
    free.putInt(large.length - HEIC.length).put("free".getBytes(StandardCharsets.US_ASCII));
    try (PictureReader reader = new PictureReader()) {
      PictureReading reading = reader.read(large, FileFormat.HEIC);
      assertThat(reading.corruption()).isEmpty();
      assertThat(reading.luma()).isEqualTo(reader.read(HEIC, FileFormat.HEIC).luma());
    }
  }

  @Test
  void a_clip_and_a_sound_are_probed() {
    try (PictureReader reader = new PictureReader()) {
      MediaInfo clip = reader.probe(CLIP);
      assertThat(clip.corruption()).isEmpty();
      assertThat(clip.container()).contains("mov");
      assertThat(clip.videoCodec()).contains("mjpeg");
      assertThat(clip.audioCodec()).isEmpty();
      MediaInfo sound = reader.probe(MadeSound.wav(2));
      assertThat(sound.corruption()).isEmpty();
      assertThat(sound.container()).contains("wav");
      assertThat(sound.audioCodec()).contains("pcm_s16le");
      assertThat(sound.videoCodec()).isEmpty();
      assertThat(sound.durationSeconds().orElseThrow()).isBetween(1.9, 2.1);
    }
  }

  private static byte[] broken(String how) {
    MadeBytes boxes =
        switch (how) {
          case "boxes in boxes" -> nested(500);
          case "a box larger than any disk" ->
              MadeBytes.big().u32(1).text("moov").u64(0x4000_0000_0000_0000L).zeros(64);
          case "a box that ends nowhere" -> MadeBytes.big().u32(0).text("mdat").zeros(64);
          default -> throw new IllegalArgumentException(how);
        };
    byte[] type = MadeBytes.box("ftyp", MadeBytes.big().text("isom\0\0\2\0isommp41"));
    return MadeBytes.big().add(type).add(boxes.done()).done();
  }

  private static MadeBytes nested(int depth) {
    byte[] inner = MadeBytes.box("moov");
    for (int i = 1; i < depth; i++) {
      inner = MadeBytes.box("moov", inner);
    }
    return MadeBytes.big().add(inner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"boxes in boxes", "a box larger than any disk", "a box that ends nowhere"})
  void broken_media_have_a_corruption(String how) {
    try (PictureReader reader = new PictureReader()) {
      assertThat(reader.probe(broken(how)).corruption()).isPresent();
    }
  }

  @Test
  void media_of_no_bytes_are_empty_files() {
    try (PictureReader reader = new PictureReader()) {
      assertThat(reader.probe(new byte[0]).corruption().orElseThrow().reason())
          .isEqualTo(CorruptionReason.EMPTY_FILE);
    }
  }
}
