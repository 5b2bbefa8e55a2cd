package io.lumina.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with real photos of many kinds: a burst, copies, a Live Photo, sidecars, broken ones.
 */
final class PhotoFolder {
  /** Files that have a row of their own; one sidecar has none. */
  static final int IMAGES = 33;

  /** Files in {@code bad} that no picture comes out of. */
  static final int BROKEN = 6;

  private static final List<String> BURST =
      List.of("IMG_3580.JPG", "IMG_3581.JPG", "IMG_3582.JPG", "IMG_3583.JPG");
  private static final List<String> NEAR =
      List.of("messenger.jpg", "resize50.jpg", "q50.jpg", "q75.jpg", "strip.jpg", "webp80.webp");
  private static final List<String> MORE =
      List.of(
          "photos/gps/test1.jpg",
          "photos/gps/plain.jpg",
          "photos/gps/gps.jpg",
          "photos/gps/thompson-springs.jpg",
          "photos/heic/photo.heic",
          "photos/raw/sample.dng",
          "photos/named/IMG-20180416-WA0003.jpg",
          "photos/named/20150708_101112.jpg",
          "photos/named/20160229_235959.jpg",
          "photos/motion/testJPEG_MotionPhoto.jpg",
          "video/sample.3gp",
          "audio/audio.m4a");
  private static final List<String> BAD =
      List.of(
          "own/zero-byte.jpg",
          "own/text.jpg",
          "own/bomb-dims.gif",
          "own/truncated-01.jpg",
          "own/mp4-size0.mp4",
          "pillow/truncated_end_chunk.png",
          "zune/issue389.jpg");

  private final Path samples = Path.of(System.getProperty("lumina.shared"), "samples");
  private final Path folder;

  private PhotoFolder(Path folder) {
    this.folder = folder;
  }

  /** Copies the photos into a new folder. */
  static Path create(Path folder) throws IOException {
    PhotoFolder photos = new PhotoFolder(folder);
    for (String name : BURST) {
      photos.copy("photos/burst/" + name, name);
    }
    for (String name : NEAR) {
      photos.copy("dups/rose/rose-" + name, "rose/rose-" + name);
    }
    photos.copy("dups/rose/rose-q75.jpg", "more/it's a \"copy\" of q75.jpg");
    photos.copy("photos/live/IMG_3589.HEIC", "pairs/IMG_3589.HEIC");
    photos.copy("photos/live/IMG_3589.mov", "pairs/IMG_3589.mov");
    photos.copy("photos/sidecar/IMG_5910.jpg", "pairs/IMG_5910.jpg");
    photos.copy("photos/sidecar/IMG_5910.xmp", "pairs/IMG_5910.xmp");
    for (String name : MORE) {
      photos.copy(name, "more/" + Path.of(name).getFileName());
    }
    for (String name : BAD) {
      photos.copy("bad/" + name, "bad/" + Path.of(name).getFileName());
    }
    Files.writeString(folder.resolve("more/notes.txt"), "not a photo");
    return folder;
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

  private void copy(String from, String to) throws IOException {
    Path target = folder.resolve(to);
    Files.createDirectories(target.getParent());
    Files.copy(samples.resolve(from), target, StandardCopyOption.COPY_ATTRIBUTES);
    target.toFile().setWritable(true);
  }
}
