package io.lumina.scan.list;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lists directories of mounted file systems through java.nio. */
final class LocalLister implements DirectoryLister {
  private static final char REPLACEMENT = '\ufffd';

  private final boolean followLinks;

  LocalLister(boolean followLinks) {
    this.followLinks = followLinks;
  }

  @Override
  public List<Entry> list(String directory) {
    // A folder that changes meanwhile may give a name twice.
    Map<String, Entry> entries = new TreeMap<>(Comparator.naturalOrder());
    Optional<Entry> problem = Optional.empty();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(Path.of(directory))) {
      for (Path path : stream) {
        entry(path).ifPresent(entry -> entries.put(entry.path(), entry));
      }
    } catch (NoSuchFileException e) {
      return List.of(
          new Entry.Problem(directory, Entry.Problem.VANISHED, "There is no such folder"));
    } catch (NotDirectoryException e) {
      return List.of(new Entry.Problem(directory, Entry.Problem.VANISHED, "It is not a folder"));
    } catch (DirectoryIteratorException e) {
      problem = Optional.of(unreadable(directory, e.getCause()));
    } catch (IOException | RuntimeException e) {
      problem = Optional.of(unreadable(directory, e));
    }
    problem.ifPresent(entry -> entries.put(entry.path(), entry));
    return List.copyOf(entries.values());
  }

  /** What is there; empty when it went away meanwhile. */
  private Optional<Entry> entry(Path path) {
    String name = path.toString();
    if (!isFaithful(path)) {
      return Optional.of(
          new Entry.Problem(
              name,
              Entry.Problem.NAME_NOT_UTF8,
              "The name has bytes that are not UTF-8; rename it"));
    }
    try {
      FileFacts facts = FileFacts.of(path, LinkOption.NOFOLLOW_LINKS);
      return Optional.of(facts.isLink() ? link(path) : entry(name, facts));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(new Entry.Problem(name, Entry.Problem.ENTRY_UNREADABLE, reason(e)));
    }
  }

  private Entry link(Path path) {
    String name = path.toString();
    if (!followLinks) {
      return new Entry.Problem(name, Entry.Problem.LINK, "Symbolic links are not followed");
    }
    try {
      Path target = path.toRealPath();
      return new Entry.Link(name, target.toString(), entry(name, FileFacts.of(target)));
    } catch (AccessDeniedException e) {
      return new Entry.Problem(name, Entry.Problem.ENTRY_UNREADABLE, reason(e));
    } catch (IOException e) {
      return new Entry.Problem(name, Entry.Problem.LINK, "It leads nowhere: " + reason(e));
    }
  }

  private static Entry entry(String path, FileFacts facts) {
    if (facts.isDirectory()) {
      return new Entry.Directory(path);
    }
    if (!facts.isRegular()) {
      return new Entry.Problem(path, Entry.Problem.SPECIAL, "Not a regular file");
    }
    return new Entry.File(path, facts.size(), modified(facts.modified()), facts.hardLink());
  }

  private static Optional<Instant> modified(Instant time) {
    return Optional.of(time.truncatedTo(ChronoUnit.MILLIS));
  }

  /** Java replaces bytes it cannot decode, and the path then names another file or none. */
  private static boolean isFaithful(Path path) {
    String name = path.toString();
    return name.indexOf(REPLACEMENT) < 0 || Path.of(name).equals(path);
  }

  private static Entry unreadable(String directory, Exception e) {
    return new Entry.Problem(directory, Entry.Problem.UNREADABLE, reason(e));
  }

  private static String reason(Exception e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }
}
