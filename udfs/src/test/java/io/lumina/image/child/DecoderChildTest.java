package io.lumina.image.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.Box;
import io.lumina.container.FileFormat;
import io.lumina.image.PictureReader;
import io.lumina.image.Samples;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.MediaInfo;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.image.structure.Verdict;
import io.lumina.made.NeedsShared;
import java.io.DataInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DecoderChildTest {
  private static final String HEIC = "photos/heic/RGB_8__128x128.heif";

  /** FFmpeg 8.0.1 ends its process on a HEIC whose item locations have fields of no size. */
  private static byte[] heicThatCrashesFfmpeg() {
    byte[] content = Samples.bytes(HEIC);
    Box iloc = child(child(Box.file(content), 0, "meta"), 4, "iloc");
    int sizes = iloc.start() + 4;
    assertThat(content[sizes]).isEqualTo((byte) 0x44);
    content[sizes] = 0;
    return content;
  }

  private static Box child(Box parent, int skip, String type) {
    return parent.children(skip).stream()
        .filter(box -> box.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  @NeedsShared
  @Test
  void a_crash_costs_one_file_and_the_next_one_is_decoded() {
    try (PictureReader reader = new PictureReader()) {
      byte[] good = Samples.bytes(HEIC);
      assertThat(reader.read(good, FileFormat.HEIC).hasLuma()).isTrue();
      PictureReading crashed = reader.read(heicThatCrashesFfmpeg(), FileFormat.HEIC);
      assertThat(crashed.hasLuma()).isFalse();
      assertThat(crashed.corruption().orElseThrow().reason())
          .isEqualTo(CorruptionReason.DECODER_CRASHED);
      assertThat(reader.read(good, FileFormat.HEIC).hasLuma()).isTrue();
    }
  }

  @NeedsShared
  @Test
  void a_file_that_takes_too_long_is_given_up() {
    // No decode starts and ends within a nanosecond.
    PictureLimits limits = new PictureLimits(1_000_000_000L, Duration.ofNanos(1));
    try (PictureReader reader = new PictureReader(limits)) {
      PictureReading late =
          reader.read(Samples.bytes("photos/heic/IMG_2682.heic"), FileFormat.HEIC);
      assertThat(late.hasLuma()).isFalse();
      assertThat(late.corruption()).isEmpty();
      assertThat(late.hindrance().orElseThrow().reason()).isEqualTo(CorruptionReason.TIME_LIMIT);
      assertThat(late.hindrance().orElseThrow().detail())
          .isEqualTo("Decoding took longer than PT0.000000001S");
    }
  }

  private static ChildFailure ended(String script) throws Exception {
    Process process = new ProcessBuilder("sh", "-c", script).start();
    process.getInputStream().readAllBytes();
    return DecoderChild.ended(process);
  }

  @Test
  void only_a_decoder_that_trips_by_itself_says_something_of_the_file() throws Exception {
    assertThat(ended("kill -SEGV $$").corruption().orElseThrow().reason())
        .isEqualTo(CorruptionReason.DECODER_CRASHED);
    // As the kernel does to a process that takes too much of the machine's memory.
    assertThat(ended("kill -KILL $$").hindrance().orElseThrow().reason())
        .isEqualTo(CorruptionReason.DECODER_KILLED);
    assertThat(ended("exit " + DecoderChildMain.OUT_OF_MEMORY).hindrance().orElseThrow().reason())
        .isEqualTo(CorruptionReason.OUT_OF_MEMORY);
  }

  @NeedsShared
  @Test
  void a_machine_without_the_decoder_says_nothing_of_the_file() {
    // Where the program looks for the executable of the process.
    String home = System.setProperty("java.home", "/no/such/place");
    try (PictureReader reader = new PictureReader()) {
      assertThat(reader.hasDecoder()).isFalse();
      PictureReading reading = reader.read(Samples.bytes(HEIC), FileFormat.HEIC);
      assertThat(reading.corruption()).isEmpty();
      assertThat(reading.hindrance().orElseThrow().reason())
          .isEqualTo(CorruptionReason.DECODER_UNAVAILABLE);
      MediaInfo film = reader.probe(Samples.bytes("video/sample_mpeg4.mp4"));
      assertThat(film.corruption()).isEmpty();
      assertThat(film.hindrance()).isPresent();
    } finally {
      System.setProperty("java.home", home);
    }
  }

  @NeedsShared
  @Test
  void one_process_serves_many_files_and_ends_on_close() {
    DecoderChild child = new DecoderChild(PictureLimits.DEFAULTS);
    assertThat(child.pid()).isEmpty();
    byte[] content = Samples.bytes("photos/avif/hopper.avif");
    child.luma(content, 1, new Verdict(PictureLimits.DEFAULTS));
    long first = child.pid().orElseThrow();
    child.luma(content, 1, new Verdict(PictureLimits.DEFAULTS));
    assertThat(child.pid()).contains(first);
    ProcessHandle process = ProcessHandle.of(first).orElseThrow();
    child.close();
    assertThat(process.onExit().orTimeout(20, TimeUnit.SECONDS))
        .succeedsWithin(Duration.ofSeconds(20));
    assertThat(child.pid()).isEqualTo(Optional.empty());
  }

  @Test
  void the_process_ends_when_its_parent_is_gone() throws Exception {
    Process process =
        new ProcessBuilder(ChildCommand.line())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    DataInputStream answers = new DataInputStream(process.getInputStream());
    assertThat(answers.readInt()).isEqualTo(ChildProtocol.ANSWER);
    assertThat(answers.readByte()).isEqualTo(ChildProtocol.READY);
    // All that a child sees of its parent's death.
    process.getOutputStream().close();
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20));
    assertThat(process.exitValue()).isZero();
  }

  @NeedsShared
  @Test
  void a_file_larger_than_the_heap_of_the_process_is_decoded() {
    byte[] picture = Samples.bytes(HEIC);
    byte[] large = Arrays.copyOf(picture, 300 << 20);
    ByteBuffer free = ByteBuffer.wrap(large, picture.length, 8);
    free.putInt(large.length - picture.length).put("free".getBytes(StandardCharsets.US_ASCII));
    try (PictureReader reader = new PictureReader()) {
      PictureReading reading = reader.read(large, FileFormat.HEIC);
      assertThat(reading.corruption()).isEmpty();
      assertThat(reading.luma()).isEqualTo(reader.read(picture, FileFormat.HEIC).luma());
    }
  }

  @NeedsShared
  @Test
  void a_video_cut_short_is_truncated() {
    byte[] whole = Samples.bytes("video/with-gps.mov");
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    try (PictureReader reader = new PictureReader()) {
      assertThat(reader.probe(whole).corruption()).isEmpty();
      assertThat(reader.probe(half).corruption()).isPresent();
    }
  }

  @NeedsShared
  @Test
  void a_video_is_probed() {
    try (PictureReader reader = new PictureReader()) {
      MediaInfo info = reader.probe(Samples.bytes("video/sample_mpeg4.mp4"));
      assertThat(info.corruption()).isEmpty();
      assertThat(info.container()).contains("mov");
      assertThat(info.videoCodec()).contains("mpeg4");
      assertThat(info.audioCodec()).contains("aac");
      assertThat(info.width()).isEqualTo(190);
      assertThat(info.height()).isEqualTo(240);
      assertThat(info.durationSeconds().orElseThrow()).isBetween(4.9, 5.1);
    }
  }

  @NeedsShared
  @Test
  void broken_media_have_a_corruption() {
    try (PictureReader reader = new PictureReader()) {
      for (String file : new String[] {"mp4-deep.mp4", "mp4-huge-box.mp4", "mp4-size0.mp4"}) {
        assertThat(reader.probe(Samples.bytes("bad/own/" + file)).corruption()).isPresent();
      }
      assertThat(reader.probe(new byte[0]).corruption().orElseThrow().reason())
          .isEqualTo(CorruptionReason.EMPTY_FILE);
    }
  }

  @Test
  void a_playlist_cannot_make_the_decoder_open_other_files() {
    byte[] playlist =
        "#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n"
            .getBytes(StandardCharsets.US_ASCII);
    try (PictureReader reader = new PictureReader()) {
      MediaInfo info = reader.probe(playlist);
      assertThat(info.container()).isEmpty();
      assertThat(info.corruption().orElseThrow().reason()).isEqualTo(CorruptionReason.UNDECODABLE);
    }
  }
}
