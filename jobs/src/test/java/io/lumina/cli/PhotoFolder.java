package io.lumina.cli;

import io.lumina.made.Exif;
import io.lumina.made.MadeClip;
import io.lumina.made.MadePicture;
import io.lumina.made.MadeRaw;
import io.lumina.made.MadeSound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A folder of made files of many kinds: a burst, copies, a RAW with its JPEG, broken ones. */
final class PhotoFolder {
  /** Files that have a row of their own; one sidecar has none. */
  static final int IMAGES = 33;

  /** Files in {@code bad} that no picture comes out of. */
  static final int BROKEN = 6;

  private static final LocalDateTime NOON = LocalDateTime.of(2019, 5, 11, 12, 0, 0);
  private static final FileTime COPIED = FileTime.from(Instant.parse("2021-06-07T08:09:10Z"));

  private final Path folder;

  private PhotoFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes the files in a new folder. */
  static Path create(Path folder) throws IOException {
    PhotoFolder photos = new PhotoFolder(folder);
    photos.burst();
    photos.roses();
    photos.pairs();
    photos.more();
    photos.bad();
    Files.writeString(folder.resolve("more/notes.txt"), "not a photo");
    return folder;
  }

  private void burst() throws IOException {
    MadePicture scene = MadePicture.of(3580, 640, 480);
    for (int i = 0; i < 4; i++) {
      Exif fields = camera().taken(NOON.plusSeconds(i));
      write("IMG_358%d.JPG".formatted(i), fields.into(scene.frame(i).jpeg(90)));
    }
  }

  /** One picture in seven files. */
  private void roses() throws IOException {
    MadePicture rose = MadePicture.of(77, 520, 390);
    Exif fields = camera().taken(NOON.plusDays(1)).orientation(1);
    byte[] good = rose.jpeg(75);
    write("rose/rose-q75.jpg", fields.into(good));
    write("more/it's a \"copy\" of q75.jpg", fields.into(good));
    write("rose/rose-strip.jpg", good);
    write("rose/rose-q50.jpg", fields.into(rose.jpeg(50)));
    write("rose/rose-messenger.jpg", rose.scaled(400, 300).jpeg(60));
    write("rose/rose-resize50.jpg", fields.into(rose.scaled(260, 195).jpeg(80)));
    write("rose/rose-webp80.webp", rose.webp(80));
  }

  private void pairs() throws IOException {
    MadePicture raw = MadePicture.of(3589, 640, 480);
    LocalDateTime time = NOON.plusDays(2);
    write("pairs/IMG_3589.DNG", MadeRaw.dng(camera().taken(time), raw));
    write("pairs/IMG_3589.JPG", camera().taken(time).into(raw.jpeg(95)));
    write(
        "pairs/IMG_5910.jpg",
        camera().taken(NOON.plusDays(3)).into(MadePicture.of(5910, 480, 360).jpeg(85)));
    write(
        "pairs/IMG_5910.xmp",
        ("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
                + " xmp:Rating='4'/></rdf:RDF></x:xmpmeta>")
            .getBytes(StandardCharsets.UTF_8));
  }

  private void more() throws IOException {
    write("more/test1.jpg", placed(11, 46.95, 7.44).into(MadePicture.of(11, 480, 360).jpeg(85)));
    write("more/plain.jpg", MadePicture.of(12, 480, 360).jpeg(85));
    write("more/gps.jpg", placed(13, -33.86, 151.21).into(MadePicture.of(13, 360, 480).jpeg(85)));
    write(
        "more/springs.jpg", placed(14, 38.97, -109.7).into(MadePicture.of(14, 400, 300).jpeg(90)));
    write("more/drawing.png", MadePicture.of(15, 300, 300).as("png"));
    write("more/sample.dng", MadeRaw.dng(placed(16, 0.5, 0.5), MadePicture.of(16, 512, 384)));
    write("more/IMG-20180416-WA0003.jpg", MadePicture.of(17, 320, 240).jpeg(70));
    // A camera whose clock was years off, or a name that is.
    write(
        "more/20150708_101112.jpg",
        camera().taken(NOON.plusDays(18)).into(MadePicture.of(18, 320, 240).jpeg(80)));
    write("more/20160229_235959.jpg", MadePicture.of(19, 320, 240).jpeg(80));
    write("more/scan.tif", MadePicture.of(20, 200, 260).as("tiff"));
    List<MadePicture> frames =
        Stream.of(21, 22, 23).map(seed -> MadePicture.of(seed, 320, 240)).toList();
    write("more/clip.mov", MadeClip.mov(Instant.parse("2018-07-06T05:04:03Z"), frames));
    write("more/tone.wav", MadeSound.wav(2));
  }

  private void bad() throws IOException {
    byte[] jpeg = MadePicture.of(31, 320, 240).jpeg(85);
    byte[] png = MadePicture.of(32, 320, 240).as("png");
    byte[] film = MadeClip.mov(Instant.EPOCH, List.of(MadePicture.of(33, 64, 48)));
    write("bad/zero-byte.jpg", new byte[0]);
    write("bad/text.jpg", "this is no picture".getBytes(StandardCharsets.UTF_8));
    write(
        "bad/bomb-dims.gif",
        HexFormat.of()
            .parseHex("474946383961ffffffff800000000000ffffff2c00000000ffffffff0002024c01003b"));
    write("bad/cut-in-the-header.jpg", Arrays.copyOf(jpeg, 200));
    write("bad/film-without-index.mov", Arrays.copyOf(film, film.length / 2));
    write("bad/cut-before-the-pixels.png", Arrays.copyOf(png, 40));
    byte[] noise = jpeg.clone();
    Arrays.fill(noise, 4, noise.length, (byte) 0x55);
    write("bad/noise.jpg", noise);
  }

  private static Exif camera() {
    return Exif.of("Lumina", "Test Camera 1");
  }

  private static Exif placed(int day, double latitude, double longitude) {
    return camera().taken(NOON.plusDays(day)).number(Exif.ISO, 200).place(latitude, longitude);
  }

  /** The arguments of a night on such a folder: more of it is broken than is usual. */
  static String[] night(Path folder, String... more) {
    return Stream.concat(
            Stream.of(
                "nightly",
                "--photos",
                folder.toString(),
                "--set",
                "analyze.max-failed-fraction=0.5"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /** How many files of any kind are below a folder. */
  static long files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).count();
    }
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    Files.setLastModifiedTime(file, COPIED);
  }
}
