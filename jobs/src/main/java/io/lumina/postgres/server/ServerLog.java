package io.lumina.postgres.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a server writes of itself: the file of now, and the one before it. */
final class ServerLog {
  static final String NAME = "postgres.log";
  static final String OLDER = NAME + ".1";
  private static final long LARGEST = 5L << 20;
  private static final Duration OLDEST = Duration.ofDays(90);
  private static final int LONGEST_TAIL = 64 << 10;

  private final Path home;

  ServerLog(Path home) {
    this.home = home;
  }

  /** Begins a new file where this one is large, and forgets an old one. No server writes now. */
  void prune() throws IOException {
    Path older = home.resolve(OLDER);
    if (Files.exists(older)
        && Files.getLastModifiedTime(older).toInstant().isBefore(Instant.now().minus(OLDEST))) {
      Files.delete(older);
    }
    if (size() > LARGEST) {
      Files.move(home.resolve(NAME), older, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  long size() throws IOException {
    Path file = home.resolve(NAME);
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** The lines from a place on, or the last of them where they are many. */
  List<String> since(long place) throws IOException {
    long end = size();
    long begin = Math.min(end, Math.max(place, end - LONGEST_TAIL));
    byte[] tail = new byte[(int) (end - begin)];
    if (tail.length == 0) {
      return List.of();
    }
    try (RandomAccessFile file = new RandomAccessFile(home.resolve(NAME).toFile(), "r")) {
      file.seek(begin);
      file.readFully(tail);
    }
    return new String(tail, StandardCharsets.UTF_8).lines().toList();
  }
}
