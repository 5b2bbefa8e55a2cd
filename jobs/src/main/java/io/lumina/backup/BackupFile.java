package io.lumina.backup;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A backup that was read to its end and found whole.
 *
 * @param place where it lies, for people
 * @param summary what it holds
 * @param source opens it
 */
public record BackupFile(String place, BackupSummary summary, Source source) {
  public BackupFile {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(source, "source");
  }

  /**
   * One that a person names.
   *
   * @throws LuminaException (usage) when it is not there, or damaged
   */
  public static BackupFile at(Path file) {
    return checked(file.toString(), () -> Files.newInputStream(file));
  }

  /**
   * The whole ones of a folder, the newest first.
   *
   * @param damaged is told which are not, and why
   * @throws LuminaException (usage) when there is none
   */
  public static List<BackupFile> in(BackupFolder folder, Damaged damaged) {
    List<BackupFile> whole = new ArrayList<>();
    try {
      for (BackupName name : folder.list()) {
        try {
          whole.add(checked(folder.place(name), () -> folder.open(name)));
        } catch (LuminaException broken) {
          damaged.is(broken.getMessage());
        }
      }
    } catch (IOException away) {
      throw new LuminaException(
          ExitCode.USAGE, "The backups in " + folder + " cannot be listed (" + away + ")", away);
    }
    if (whole.isEmpty()) {
      throw new LuminaException(
          ExitCode.USAGE,
          "There is no backup in "
              + folder
              + "; name one with --from, or the warehouse that it lies beside with --warehouse");
    }
    return whole;
  }

  void read(BackupReader.Lines lines) throws IOException {
    BackupReader.read(source.open(), lines);
  }

  private static BackupFile checked(String place, Source source) {
    try (InputStream file = source.open()) {
      return new BackupFile(place, BackupReader.read(file, BackupReader.Lines.none()), source);
    } catch (DamagedBackupException damaged) {
      throw new LuminaException(
          ExitCode.USAGE, "The backup " + place + " is damaged: " + damaged.getMessage(), damaged);
    } catch (IOException unreadable) {
      throw new LuminaException(
          ExitCode.USAGE,
          "The backup " + place + " cannot be read (" + unreadable + ")",
          unreadable);
    }
  }

  /** Opens a backup from its beginning. */
  @FunctionalInterface
  public interface Source {
    /** The caller closes it. */
    InputStream open() throws IOException;
  }

  /** Is told of damaged files. */
  @FunctionalInterface
  public interface Damaged {
    /** Takes a sentence. */
    void is(String sentence);
  }
}
