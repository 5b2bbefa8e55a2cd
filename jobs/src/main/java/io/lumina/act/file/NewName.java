package io.lumina.act.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/** Gives a file a new name on its file system and never takes the place of another. */
final class NewName {

  /** What became of the old name. */
  enum Given {
    /** The file has both names. */
    BESIDE,
    /** The file system knows no second names: the old one is gone. */
    INSTEAD,
    /** The new name lies on another file system: nothing was done. */
    ELSEWHERE
  }

  private NewName() {}

  /**
   * Names a file anew.
   *
   * @throws Refused when something has that name
   */
  static Given give(Path file, Path name) throws IOException {
    try {
      Files.createLink(name, file);
      return Given.BESIDE;
    } catch (FileAlreadyExistsException taken) {
      // A server that did it and whose answer was lost is asked twice.
      Optional<FileStamp> there = FileStamp.of(name);
      if (there.isPresent() && FileStamp.of(file).filter(there.get()::isSameFile).isPresent()) {
        return Given.BESIDE;
      }
      throw Refused.at(name, "is there already, and nothing is overwritten");
    } catch (NoSuchFileException | AccessDeniedException no) {
      throw no;
    } catch (UnsupportedOperationException noSecondNames) {
      return instead(file, name);
    } catch (FileSystemException refused) {
      return isElsewhere(refused) ? Given.ELSEWHERE : instead(file, name);
    }
  }

  /** Holds the name with an empty file of ours, so that what is replaced is nobody else's. */
  private static Given instead(Path file, Path name) throws IOException {
    try {
      Files.createFile(name);
    } catch (FileAlreadyExistsException taken) {
      throw Refused.at(name, "is there already, and nothing is overwritten");
    }
    try {
      Files.move(file, name, StandardCopyOption.ATOMIC_MOVE);
      return Given.INSTEAD;
    } catch (IOException failed) {
      // Where a server did it and its answer was lost, the new name is the only one.
      if (Files.exists(file)) {
        Files.deleteIfExists(name);
      }
      if (failed instanceof FileSystemException refused && isElsewhere(refused)) {
        return Given.ELSEWHERE;
      }
      throw failed;
    }
  }

  private static boolean isElsewhere(FileSystemException refused) {
    String reason = String.valueOf(refused.getReason()).toLowerCase(Locale.ROOT);
    return refused instanceof java.nio.file.AtomicMoveNotSupportedException
        || reason.contains("cross-device");
  }
}
