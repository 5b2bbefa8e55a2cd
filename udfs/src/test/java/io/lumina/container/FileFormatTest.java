package io.lumina.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.image.Samples;
import io.lumina.made.NeedsShared;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFormatTest {

  @NeedsShared
  @ParameterizedTest
  @CsvSource({
    "photos/fullsize/Issue 525.jpg, JPEG",
    "photos/raw/Issue 247-1.nef, JPEG",
    "bad/own/jpeg-inside.heic, JPEG",
    "photos/other/sugarshack.mpo, JPEG",
    "photos/other/exif.png, PNG",
    "photos/other/hopper.gif, GIF",
    "photos/other/hopper.bmp, BMP",
    "photos/other/hopper.ico, ICO",
    "photos/other/hopper.psd, PSD",
    "photos/other/test-card-lossless.jp2, JP2",
    "photos/tiff/BigTIFF.tif, TIFF",
    "photos/tiff/g4_orientation_5.tif, TIFF",
    "photos/webp/denali.webp, WEBP",
    "photos/heic/IMG_2682.heic, HEIC",
    "bad/own/heic-inside.jpg, HEIC",
    "photos/heic/RGB_8__128x128.heif, HEIC",
    "photos/avif/Irvine_CA.avif, AVIF",
    "photos/jxl/testJXL_ISOBMFF.jxl, JXL",
    "photos/headers/JXL.jxl, JXL",
    "photos/raw/sample.dng, DNG",
    "photos/raw/sample.cr2, CR2",
    "photos/headers/CanonRaw.cr3, CR3",
    "photos/raw/sample.nef, NEF",
    "photos/raw/sample.arw, ARW",
    "bad/droid-skeletons/fmt-668-signature-id-999.orf, ORF",
    "photos/headers/Panasonic.rw2, RW2",
    "photos/headers/KyoceraRaw.raw, RAW",
    "photos/raw/QV-11_03.cam, RAW",
    "photos/headers/Sigma.x3f, X3F",
    "photos/headers/Minolta.mrw, MRW",
    "photos/raw/DC0010S.KDC, KDC",
    "video/sample_mpeg4.mp4, MP4",
    "video/with-gps.mov, MOV",
    "video/sample.3gp, THREE_GP",
    "video/sample_3GPP2.3g2, THREE_GP",
    "video/MVI_0121.AVI, AVI",
    "video/DSC00010.MPG, MPEG_PS",
    "photos/headers/Matroska.mkv, MKV",
    "photos/headers/ASF.wmv, WMV",
    "audio/audio.m4a, M4A",
    "photos/headers/MP3.mp3, MP3",
    "photos/headers/Vorbis.ogg, OGG",
    "bad/own/utf16.xmp, XMP",
    "photos/sidecar/IMG_5910.xmp, XMP",
    "photos/takeout/Photos from 2016/IMG_0001.jpg.json, JSON",
    "bad/own/zip.jpg, UNKNOWN",
    "bad/own/page.jpg, UNKNOWN",
    "bad/own/text.jpg, UNKNOWN",
    "bad/own/all-zeros.jpg, UNKNOWN",
    "bad/own/random.jpg, UNKNOWN",
    "bad/own/one-byte.jpg, UNKNOWN",
    "bad/own/zero-byte.jpg, UNKNOWN",
  })
  void first_bytes_tell_the_format(String file, FileFormat format) {
    assertThat(new Samples.Row(file, "").format()).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "46554a4946494c4d4343442d52415720, RAF",
    "49491a0000004845415043434452, CRW",
    "494952530800, ORF",
    "000001ba44000400, MPEG_PS",
    "464c560105, FLV",
    "1a45dfa39f4286810142f7810142f2810442f381084282847765626d, WEBM",
    "524946460000000057415645666d7420, WAV",
    "664c614300000022, FLAC",
    "4f6767530002000000000000000000000000000000000000000001134f70757348656164, OPUS",
    "fff15080, AAC",
    "fffb9064, MP3",
    "000000206674797061766973, AVIF",
    "00000018667479706d696631000000006d69663161766966, AVIF",
    "00000018667479706d696631000000006d69663168656963, HEIC",
    "00000014667479706d696631000000006d696631, HEIF",
    "00000014667479704d34562000000000, M4V",
    "00000014667479704d34412000000000, M4A",
  })
  void magic_numbers_without_a_sample_are_known_too(String hex, FileFormat format) {
    assertThat(FileFormat.detect(HexFormat.of().parseHex(hex))).isEqualTo(format);
  }

  @Test
  void a_transport_stream_repeats_its_sync_byte() {
    byte[] stream = new byte[600];
    stream[4] = 0x47;
    stream[196] = 0x47;
    stream[388] = 0x47;
    assertThat(FileFormat.detect(stream)).isEqualTo(FileFormat.MPEG_TS);
  }

  @Test
  void an_extension_only_tells_tiff_based_raw_files_apart() {
    byte[] tiff = {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0};
    assertThat(FileFormat.detect(tiff)).isEqualTo(FileFormat.TIFF);
    assertThat(FileFormat.detect(tiff, "NEF")).isEqualTo(FileFormat.NEF);
    assertThat(FileFormat.detect(tiff, "pef")).isEqualTo(FileFormat.PEF);
    byte[] text = "just words".getBytes(StandardCharsets.UTF_8);
    assertThat(FileFormat.detect(text, "nef")).isEqualTo(FileFormat.UNKNOWN);
  }

  @Test
  void any_bytes_have_a_format_and_none_throws() {
    Random random = new Random(7);
    int known = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] head = new byte[random.nextInt(64)];
      random.nextBytes(head);
      if (head.length > 4 && i % 2 == 0) {
        System.arraycopy(new byte[] {'M', 'M', 0, 42}, 0, head, 0, 4);
      }
      known += FileFormat.detect(head, "dng") == FileFormat.UNKNOWN ? 0 : 1;
    }
    assertThat(known).isBetween(8_000, 12_000);
  }

  @NeedsShared
  @Test
  void good_samples_carry_fitting_extensions() {
    assertThat(Samples.truth())
        .filteredOn(row -> row.file().startsWith("photos/") || row.file().startsWith("video/"))
        .filteredOn(row -> !row.expect().equals("wrong-extension"))
        .filteredOn(row -> !row.format().fits(row.extension()))
        .extracting(Samples.Row::file)
        .containsExactlyInAnyOrder(
            // An empty sidecar, and formats that are not read.
            "photos/sidecar/phockup/xmp.jpg.xmp",
            "photos/headers/GIMP.xcf",
            "photos/raw/QV-11_03.cam");
  }

  @Test
  void kinds_and_mime_types_follow_from_the_format() {
    assertThat(FileFormat.NEF.isRaw()).isTrue();
    assertThat(FileFormat.TIFF.isRaw()).isFalse();
    assertThat(FileFormat.MP4.isRaw()).isFalse();
    assertThat(FileFormat.PNG.isLossless()).isTrue();
    assertThat(FileFormat.JPEG.isLossless()).isFalse();
    assertThat(FileFormat.JPEG.mime()).isEqualTo("image/jpeg");
    assertThat(FileFormat.MPEG_TS.kind()).isEqualTo(MediaKind.VIDEO);
    assertThat(FileFormat.XMP.kind()).isEqualTo(MediaKind.SIDECAR);
    assertThat(FileFormat.JPEG.fits("JPE")).isTrue();
    assertThat(FileFormat.JPEG.fits("heic")).isFalse();
    assertThat(FileFormat.UNKNOWN.fits("")).isFalse();
  }
}
