package io.lumina.session;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder where Lumina keeps its data on this machine.
 *
 * @param folder absolute
 * @param otherWarehouse where the Delta tables lie, when not here
 */
public record Home(Path folder, Optional<String> otherWarehouse) {

  /** The folder of the Delta tables, as a Hadoop path; Delta minds how it is written. */
  public String warehouse() {
    return otherWarehouse
        .map(SourcePath::of)
        .orElseGet(() -> folder.resolve("warehouse").toString());
  }

  /** Where the program keeps what a plan will write. */
  public Path plan(java.util.UUID id) {
    return folder.resolve("plans").resolve(id.toString());
  }

  /** What was done for a plan. */
  public Path journal(java.util.UUID id) {
    return folder.resolve("plans").resolve(id + ".journal");
  }

  Path reports() {
    return folder.resolve("reports");
  }

  /** Makes the folder; only its owner may look inside. */
  Home created() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder.getParent());
        Files.createDirectory(
            folder,
            java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                java.nio.file.attribute.PosixFilePermissions.fromString("rwx------")));
      }
      if (!Files.isWritable(folder)) {
        throw new LuminaException(
            ExitCode.USAGE,
            "The home folder " + folder + " cannot be written; choose another with --home");
      }
      return this;
    } catch (IOException e) {
      throw new LuminaException(
          ExitCode.USAGE, "The home folder " + folder + " cannot be made: " + e, e);
    }
  }
}
