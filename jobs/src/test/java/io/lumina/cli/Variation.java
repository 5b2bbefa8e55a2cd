package io.lumina.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What is otherwise in one night, and as before in the next one. */
enum Variation {
  PROFILE(List.of("duplicates.profile=dhash", "duplicates.threshold=2")),
  FRAMES(List.of("bursts.min-frames=5")),
  ZONE(List.of("analyze.time-zone=Asia/Tokyo")),
  /** A file is added, one is removed, one is edited, one is moved. */
  FILES(List.of());

  private static final Instant EDITED = Instant.parse("2026-02-03T04:05:06Z");

  private final List<String> settings;

  Variation(List<String> settings) {
    this.settings = settings;
  }

  /** Arguments of a night. */
  String[] arguments() {
    return settings.stream().flatMap(setting -> Stream.of("--set", setting)).toArray(String[]::new);
  }

  /** Changes the photos; closing the answer changes them back. */
  Photos begin(Path photos) throws IOException {
    return this == FILES ? new Photos(photos) : new Photos();
  }

  /** Photos that are not as usual. */
  static final class Photos implements AutoCloseable {
    private final Path removed;
    private final Path aside;
    private final Path edited;
    private final byte[] bytes;
    private final FileTime time;
    private final Path added;
    private final Path moved;
    private final Path target;
    private final boolean changed;

    private Photos() {
      this.changed = false;
      this.removed = Path.of("");
      this.aside = removed;
      this.edited = removed;
      this.bytes = new byte[0];
      this.time = FileTime.from(EDITED);
      this.added = removed;
      this.moved = removed;
      this.target = removed;
    }

    private Photos(Path photos) throws IOException {
      this.changed = true;
      removed = photos.resolve("more/20160229_235959.jpg");
      aside = photos.resolveSibling("removed.jpg");
      edited = photos.resolve("more/test1.jpg");
      bytes = Files.readAllBytes(edited);
      time = Files.getLastModifiedTime(edited);
      added = photos.resolve("more/added.jpg");
      moved = photos.resolve("more/plain.jpg");
      target = photos.resolve("rose/plain.jpg");
      Files.move(removed, aside);
      Files.write(edited, new byte[1], StandardOpenOption.APPEND);
      Files.setLastModifiedTime(edited, FileTime.from(EDITED));
      Files.write(added, Files.readAllBytes(photos.resolve("more/gps.jpg")));
      Files.write(added, new byte[2], StandardOpenOption.APPEND);
      Files.setLastModifiedTime(added, FileTime.from(EDITED));
      Files.move(moved, target);
    }

    @Override
    public void close() throws IOException {
      if (changed) {
        Files.move(target, moved);
        Files.delete(added);
        Files.write(edited, bytes);
        Files.setLastModifiedTime(edited, time);
        Files.move(aside, removed);
      }
    }
  }
}
