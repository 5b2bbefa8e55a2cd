package io.lumina.act.target;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Printable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Tries out what a target can hold, by making files in a hidden folder there and removing them. A
 * target that is not there yet is not made: the folder above it that is there answers for it.
 */
public final class TargetProbe {
  private static final String FOLDER = ".lumina-probe-";
  private static final int RANDOM_BYTES = 8;
  private static final int LONGEST = 255;

  /** In an odd second, and different in each digit. */
  private static final Instant MOMENT = Instant.parse("2001-09-09T01:46:41.987654321Z");

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofNanos(1),
          Duration.ofNanos(100),
          Duration.ofNanos(1_000),
          Duration.ofMillis(1),
          Duration.ofMillis(10),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2));

  private final Path folder;

  private TargetProbe(Path folder) {
    this.folder = folder;
  }

  /**
   * Traits of the file system on which this folder lies or would lie.
   *
   * @throws LuminaException where nothing can be written there, with nothing left behind
   */
  public static TargetTraits probe(Path target) {
    Path above = existing(target);
    try {
      Path folder = Files.createDirectory(above.resolve(FOLDER + random()));
      return tried(new TargetProbe(folder));
    } catch (IOException e) {
      throw new LuminaException(
          ExitCode.USAGE,
          String.format(
              "cannot write below the target %s (%s: %s); choose a folder that can be written",
              Printable.of(target.toString()),
              e.getClass().getSimpleName(),
              Printable.of(String.valueOf(e.getMessage()))),
          e);
    }
  }

  private static TargetTraits tried(TargetProbe probe) throws IOException {
    TargetTraits traits;
    try {
      traits = probe.traits();
    } catch (IOException | RuntimeException e) {
      try {
        probe.remove();
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
    probe.remove();
    return traits;
  }

  private static Path existing(Path target) {
    Path above = target.toAbsolutePath().normalize();
    while (!Files.exists(above) && above.getParent() != null) {
      above = above.getParent();
    }
    if (!Files.isDirectory(above)) {
      throw new LuminaException(
          ExitCode.USAGE,
          String.format(
              "%s is no folder, so the target %s cannot be there; choose another target",
              Printable.of(above.toString()), Printable.of(target.toString())));
    }
    return above;
  }

  private static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private TargetTraits traits() throws IOException {
    Path file = Files.writeString(folder.resolve("Case"), "probe", StandardCharsets.UTF_8);
    boolean foldsCase = Files.exists(folder.resolve("cASE"));
    return new TargetTraits(
        foldsCase,
        foldsUnicode(),
        longestName(),
        hardLinks(file),
        atomicMove(file),
        timeStep(file),
        permissions(file),
        attributes(file),
        Files.getFileStore(folder).getUsableSpace());
  }

  private boolean foldsUnicode() throws IOException {
    Path composed = folder.resolve("\u00e9");
    Files.createFile(composed);
    boolean folds = Files.exists(folder.resolve("e\u0301"));
    Files.delete(composed);
    return folds;
  }

  /** By halves, between what is surely held and one byte too many. */
  private int longestName() throws IOException {
    if (holds(LONGEST)) {
      return LONGEST;
    }
    int held = 1;
    int refused = LONGEST;
    while (refused - held > 1) {
      int middle = (held + refused) / 2;
      if (holds(middle)) {
        held = middle;
      } else {
        refused = middle;
      }
    }
    return held;
  }

  private boolean holds(int bytes) throws IOException {
    Path path;
    try {
      path = folder.resolve("n".repeat(bytes));
      Files.createFile(path);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
    Files.delete(path);
    return true;
  }

  private boolean hardLinks(Path file) throws IOException {
    Path second = folder.resolve("link");
    try {
      Files.createLink(second, file);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
    boolean same = Files.isSameFile(second, file);
    Files.delete(second);
    return same;
  }

  private boolean atomicMove(Path file) {
    try {
      Path moved = folder.resolve("moved");
      Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
      Files.move(moved, file, StandardCopyOption.ATOMIC_MOVE);
      return Files.exists(file);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** The finest step in which the moment, as it was kept, is whole. */
  private static Duration timeStep(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(MOMENT));
    Instant kept = Files.getLastModifiedTime(file).toInstant();
    Duration lost = Duration.between(kept, MOMENT).abs();
    return STEPS.stream()
        .filter(step -> lost.compareTo(step) < 0)
        .findFirst()
        .orElse(STEPS.get(STEPS.size() - 1));
  }

  private static boolean permissions(Path file) {
    try {
      for (String mode : List.of("rw-r-----", "rw-------")) {
        Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(mode);
        Files.setPosixFilePermissions(file, wanted);
        if (!Files.getPosixFilePermissions(file).equals(wanted)) {
          return false;
        }
      }
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean attributes(Path file) {
    ByteBuffer value = StandardCharsets.UTF_8.encode("probe");
    try {
      UserDefinedFileAttributeView view =
          Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
      return view != null
          && view.write("lumina.probe", value.duplicate()) == value.remaining()
          && view.size("lumina.probe") == value.remaining();
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private void remove() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
