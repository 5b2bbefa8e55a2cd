package io.lumina.act.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/** Folders in which operations write. */
final class Folders {
  private Folders() {}

  /** The folders that a file needs and that are not there yet, the outer ones first. */
  static List<Path> missing(Path folder) {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path next = folder;
        next != null && !Files.exists(next, LinkOption.NOFOLLOW_LINKS);
        next = next.getParent()) {
      missing.addFirst(next);
    }
    return List.copyOf(missing);
  }

  /** Makes a folder whose parent is there. */
  static void make(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      sync(folder.getParent());
    } catch (FileAlreadyExistsException there) {
      if (!Files.isDirectory(folder)) {
        throw Refused.at(folder, "is a file, and a folder is needed there");
      }
    }
  }

  /** Removes a folder unless something is in it. */
  static void removeIfEmpty(Path folder) throws IOException {
    try {
      Files.delete(folder);
      sync(folder.getParent());
    } catch (DirectoryNotEmptyException | NoSuchFileException stays) {
      // Others put something there, or took it away.
    }
  }

  /** Brings names in these folders to the disk, each folder once. */
  static void sync(Collection<Path> folders) throws IOException {
    for (Path folder : new TreeSet<>(folders)) {
      if (Files.isDirectory(folder)) {
        sync(folder);
      }
    }
  }

  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Makes sure that a folder lies where its name says and not behind a link that leads elsewhere.
   *
   * @param folder that is there
   * @param roots under one of which it has to be
   * @throws Refused when it is not
   */
  static void checkUnder(Path folder, Collection<Path> roots) throws IOException {
    Path real = folder.toRealPath();
    for (Path root : roots) {
      // A root that is not there yet will be made in this folder.
      if (Files.exists(root) ? real.startsWith(root.toRealPath()) : root.startsWith(folder)) {
        return;
      }
    }
    throw Refused.at(folder, "leads to " + real + ", outside of where the plan may write");
  }
}
