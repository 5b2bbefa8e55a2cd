package io.lumina.act.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that has to be there, as it was planned, before another one goes.
 *
 * @param path where it lies
 * @param size in bytes; nothing where its content is asked for
 * @param modified when, to the millisecond; nothing where its content is asked for
 * @param sha256 of its content; nothing where size and time are trusted, as a scan trusts them
 */
public record Need(
    Path path, Optional<Long> size, Optional<Instant> modified, Optional<String> sha256) {
  public Need {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(sha256, "sha256");
    modified = modified.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
  }

  /** By its content. */
  public static Need content(Path path, String sha256) {
    return new Need(path, Optional.empty(), Optional.empty(), Optional.of(sha256));
  }

  /** By its size and time. */
  public static Need stamp(Path path, long size, Instant modified) {
    return new Need(path, Optional.of(size), Optional.of(modified), Optional.empty());
  }

  /**
   * Looks whether it is there.
   *
   * @param source the file that is to go
   * @throws Refused when it is not, or is the very file that is to go
   */
  void check(Path source) throws IOException {
    Optional<FileStamp> there = FileStamp.of(path);
    boolean isThere =
        there.isPresent()
            && there.get().isRegular()
            && size.filter(bytes -> bytes != there.get().size()).isEmpty()
            && modified
                .filter(
                    time ->
                        !there
                            .get()
                            .modified()
                            .toInstant()
                            .truncatedTo(ChronoUnit.MILLIS)
                            .equals(time))
                .isEmpty()
            && (sha256.isEmpty() || CheckedRead.sha256(path).equals(sha256.get()));
    if (!isThere) {
      throw Refused.at(
          source, "stays: what has to be there first, %s, is not there as planned".formatted(path));
    }
    // One file under two names of one folder, such as a folder that is mounted twice.
    Optional<FileStamp> going = FileStamp.of(source);
    if (going.isPresent() && going.get().isSameFile(there.get()) && FileStamp.names(source) == 1) {
      throw Refused.at(source, "stays: it is the very file that is kept, " + path);
    }
  }
}
