package io.lumina.meta.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumina.container.Bytes;
import io.lumina.made.MadeBytes;
import io.lumina.meta.Made;
import io.lumina.meta.MetadataReader;
import io.lumina.meta.date.DateCandidate;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataReading;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cameras and camcorders write in forms of their own. */
class OldCamerasTest {
  private final MetadataReader reader = new MetadataReader();

  @Test
  void canons_raw_of_before_2004_tells_camera_date_and_exposure() {
    byte[] shot =
        MadeBytes.little().u16(46).u16(32).u16(160).zeros(36).u16(96).u16(224).zeros(10).done();
    byte[] file =
        ciff(
            entry(0x080A, MadeBytes.little().text("Canon\0Canon EOS 300D DIGITAL\0").done()),
            entry(0x180E, MadeBytes.little().u32(1_083_254_400L).zeros(8).done()),
            entry(0x1810, MadeBytes.little().u32(3_072).u32(2_048).zeros(4).u32(90).done()),
            entry(0x102A, shot),
            entry(0x1029, MadeBytes.little().u16(2).u16(55).zeros(4).done()));

    MetadataReading reading = reader.read(file);

    assertThat(reading.metadata().make()).contains("Canon");
    assertThat(reading.metadata().model()).contains("Canon EOS 300D DIGITAL");
    assertThat(reading.metadata().width()).contains(3_072);
    assertThat(reading.metadata().orientation()).contains(6);
    assertThat(reading.metadata().iso()).contains(200);
    assertThat(reading.metadata().focalLength()).contains(55.0);
    assertThat(reading.metadata().fNumber().orElseThrow()).isCloseTo(2.83, within(0.01));
    assertThat(reading.metadata().exposureTime()).contains(1 / 128.0);
    assertThat(reading.dates())
        .extracting(date -> date.local().orElseThrow())
        .containsExactly(LocalDateTime.of(2004, 4, 29, 16, 0));
    assertThat(reading.dates().get(0).confidence()).isEqualTo(95);
  }

  @Test
  void a_heap_that_holds_itself_ends() {
    byte[] heap = entry(0x300A, new byte[0]);
    byte[] file = ciff(heap);

    assertThat(reader.read(file).metadata()).isEqualTo(Metadata.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(ints = {188, 192})
  void a_film_of_a_camcorder_tells_its_date_and_maker(int step) {
    MadeBytes message =
        MadeBytes.big()
            .add(new byte[] {0x17, (byte) 0xEE, (byte) 0x8C, 0x60, (byte) 0xF8, 0x4D, 0x11})
            .add(new byte[] {(byte) 0xD9, (byte) 0x8C, (byte) 0xD6, 0x08, 0x00, 0x20, 0x0C})
            .add(new byte[] {(byte) 0x9A, 0x66})
            .text("MDPM")
            .u8(4)
            .add(new byte[] {0x18, 0x04, 0x20, 0x11, 0x07})
            .add(new byte[] {0x19, 0x23, 0x14, 0x05, 0x09})
            // 00 00 03 stands for 00 00 before what looks like a start code.
            .add(new byte[] {(byte) 0xA1, 0x00, 0x1C, 0x00, 0x0A})
            .add(new byte[] {(byte) 0xE0, 0x01, 0x08, 0x00, 0x00, 0x03, 0x01});
    byte[] stream = MadeBytes.big().zeros(150).add(message.done()).zeros(400).done();

    MetadataReading reading = reader.read(transport(stream, step));

    assertThat(reading.metadata().make()).contains("Sony");
    assertThat(reading.metadata().fNumber()).contains(2.8);
    assertThat(reading.dates()).hasSize(1);
    assertThat(reading.dates().get(0).local()).contains(LocalDateTime.of(2011, 7, 23, 14, 5, 9));
    assertThat(reading.dates().get(0).offset()).contains(ZoneOffset.ofHours(2));
    assertThat(reading.dates().get(0).confidence()).isEqualTo(95);
  }

  @Test
  void the_directories_beside_the_stream_of_an_avi_are_read() {
    // The directory stands right behind the mark, as cameras write it.
    byte[] main =
        new Made.Directory(8, 2)
            .text(0x10F, "Maker")
            .text(0x132, "2007:08:09 10:11:12")
            .followedBy(0);
    byte[] strd = MadeBytes.little().text("AVIF").u32(0).add(main).done();
    byte[] strl = list("strl", chunk("strd", strd));
    byte[] file =
        MadeBytes.little().text("RIFF").u32(0).text("AVI ").add(list("hdrl", strl)).done();

    MetadataReading reading = reader.read(file);

    assertThat(reading.metadata().make()).contains("Maker");
    assertThat(reading.dates())
        .extracting(DateCandidate::raw)
        .containsExactly("2007:08:09 10:11:12");
  }

  /** The file holds the maker's code for a sensitivity. */
  @ParameterizedTest
  @CsvSource({"7, 25", "13, 100", "19, 400", "0,", "20,"})
  void the_raw_of_a_kyocera_tells_its_sensitivity(int code, Integer iso) {
    byte[] content = new byte[0x100];
    System.arraycopy("ARECOYK".getBytes(StandardCharsets.US_ASCII), 0, content, 0x19, 7);
    content[0x37] = (byte) code;
    Metadata metadata = new MetadataReader().read(content).metadata();
    assertThat(metadata.make()).contains("KYOCERA");
    assertThat(metadata.iso()).isEqualTo(Optional.ofNullable(iso));
  }

  @Test
  void the_segment_of_casios_first_cameras_tells_the_date() {
    byte[] segment =
        MadeBytes.big().text("QVCI\0").zeros(0x48).text("1998.10.24.12.08.57\0").zeros(40).done();
    byte[] file =
        MadeBytes.big()
            .u16(0xFFD8)
            .u16(0xFFE1)
            .u16(segment.length + 2)
            .add(segment)
            .u16(0xFFDA)
            .zeros(20)
            .done();

    assertThat(reader.read(file).dates())
        .extracting(date -> date.local().orElseThrow())
        .containsExactly(LocalDateTime.of(1998, 10, 24, 12, 8, 57));
  }

  private static byte[] transport(byte[] stream, int step) {
    MadeBytes file = MadeBytes.big();
    int payload = 184;
    for (int at = 0; at < stream.length; at += payload) {
      byte[] part =
          Arrays.copyOf(
              Arrays.copyOfRange(stream, at, Math.min(stream.length, at + payload)), payload);
      file.zeros(step - 188).u8(0x47).u16(0x1011).u8(0x10).add(part);
      // Another stream between the packets.
      file.zeros(step - 188).u8(0x47).u16(0x1100).u8(0x10).zeros(payload);
    }
    return file.done();
  }

  private record Entry(int tag, byte[] value) {}

  private static byte[] entry(int tag, byte[] value) {
    return MadeBytes.little().u16(tag).u32(value.length).add(value).done();
  }

  /** A heap: the values, a directory, and where the directory stands. */
  private static byte[] ciff(byte[]... entries) {
    MadeBytes heap = MadeBytes.little();
    List<Entry> placed = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (byte[] entry : entries) {
      Bytes bytes = Bytes.littleEndian(entry);
      byte[] value = bytes.range(6, bytes.u32(2));
      places.add(heap.length());
      placed.add(new Entry(bytes.u16(0), value));
      heap.add(value);
    }
    int directory = heap.length();
    heap.u16(placed.size());
    for (int i = 0; i < placed.size(); i++) {
      heap.u16(placed.get(i).tag()).u32(placed.get(i).value().length).u32(places.get(i));
    }
    heap.u32(directory);
    return MadeBytes.little().text("II").u32(26).text("HEAPCCDR").zeros(12).add(heap.done()).done();
  }

  private static byte[] chunk(String type, byte[] content) {
    return MadeBytes.little()
        .text(type)
        .u32(content.length)
        .add(content)
        .zeros(content.length % 2)
        .done();
  }

  private static byte[] list(String type, byte[] content) {
    return chunk("LIST", MadeBytes.little().text(type).add(content).done());
  }
}
