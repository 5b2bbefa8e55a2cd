package io.lumina.scan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists directories of mounted file systems through java.nio. */
final class LocalLister implements DirectoryLister {
  private static final char REPLACEMENT = '\ufffd';

  private final boolean followLinks;

  LocalLister(boolean followLinks) {
    this.followLinks = followLinks;
  }

  @Override
  public List<Entry> list(String directory) {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(Path.of(directory))) {
      for (Path path : stream) {
        entries.add(entry(path));
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      entries.add(new Entry.Problem(directory, Entry.Problem.VANISHED, "There is no such folder"));
    } catch (IOException | DirectoryIteratorException e) {
      entries.add(new Entry.Problem(directory, Entry.Problem.UNREADABLE, reason(e)));
    }
    return entries;
  }

  private Entry entry(Path path) {
    String name = path.toString();
    if (!isFaithful(path)) {
      return new Entry.Problem(
          name, Entry.Problem.NAME_NOT_UTF8, "The name has bytes that are not UTF-8; rename it");
    }
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        if (!followLinks) {
          return new Entry.Problem(name, Entry.Problem.LINK, "Symbolic links are not followed");
        }
        attributes = Files.readAttributes(path, BasicFileAttributes.class);
      }
      return entry(path, attributes);
    } catch (IOException e) {
      return new Entry.Problem(name, Entry.Problem.LINK, reason(e));
    }
  }

  private Entry entry(Path path, BasicFileAttributes attributes) throws IOException {
    String name = path.toString();
    if (attributes.isDirectory()) {
      // Only links can lead to a folder twice; without them the path itself is its identity.
      return new Entry.Directory(name, followLinks ? path.toRealPath().toString() : name);
    }
    if (!attributes.isRegularFile()) {
      return new Entry.Problem(name, Entry.Problem.SPECIAL, "Not a regular file");
    }
    return new Entry.File(
        name,
        attributes.size(),
        Optional.of(attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS)));
  }

  /** Java replaces bytes it cannot decode, and the path then names another file or none. */
  private static boolean isFaithful(Path path) {
    String name = path.getFileName().toString();
    return name.indexOf(REPLACEMENT) < 0
        || Files.exists(Path.of(path.toString()), LinkOption.NOFOLLOW_LINKS);
  }

  private static String reason(Exception e) {
    Throwable cause = e instanceof DirectoryIteratorException ? e.getCause() : e;
    return cause.getClass().getSimpleName().replace("Exception", "");
  }
}
