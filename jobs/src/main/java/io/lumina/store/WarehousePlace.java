package io.lumina.store;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.table.FilesTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where a warehouse should be. Looking makes nothing, unlike to open it. */
public final class WarehousePlace {
  private final String warehouse;
  private final Configuration storage;

  /**
   * Looks at nothing yet.
   *
   * @param warehouse directory, as a Hadoop path
   * @param storage how to reach it
   */
  public WarehousePlace(String warehouse, Configuration storage) {
    this.warehouse = warehouse;
    this.storage = storage;
  }

  /** One that may be on a disk of this machine, which needs no configuration. */
  public static WarehousePlace onDisk(String warehouse) {
    return new WarehousePlace(warehouse, new Configuration());
  }

  public String warehouse() {
    return warehouse;
  }

  /** Whether it is on a disk of this machine. */
  public boolean isOnDisk() {
    return CatalogLock.isLocal(CatalogLock.qualified(warehouse));
  }

  /** Its folder on a disk of this machine; none elsewhere. */
  public Optional<java.nio.file.Path> folder() {
    return isOnDisk()
        ? Optional.of(java.nio.file.Path.of(CatalogLock.qualified(warehouse).toUri().getPath()))
        : Optional.empty();
  }

  /** Whether any scan has written there. */
  public boolean hasTables() {
    return exists("_delta_log");
  }

  /** Whether a scan of this catalog has. */
  public boolean hasTablesOf(UUID catalogId) {
    return hasTables() && exists(FilesTable.CATALOG_ID + "=" + catalogId);
  }

  private boolean exists(String name) {
    Path path = new Path(warehouse + "/" + FilesTable.SPEC.name() + "/" + name);
    try {
      FileSystem files = path.getFileSystem(storage);
      return files.exists(path);
    } catch (AccessDeniedException refused) {
      // The storage knows the key and does not like it: no source is missing.
      throw new UncheckedIOException(refused);
    } catch (IOException away) {
      throw new LuminaException(
          ExitCode.SOURCE_MISSING,
          "The warehouse " + warehouse + " cannot be looked at (" + away.getMessage() + ")",
          away);
    }
  }
}
