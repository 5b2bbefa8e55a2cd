package io.lumina.faults;

import io.lumina.SharedSpark;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.local.LocalFs;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local disk as Spark and Delta see it, which fails when a test wants it to. */
public final class FaultyDisk extends LocalFileSystem {
  private static final String IMPLEMENTATION = "fs.file.impl";
  private static final String UNCACHED = "fs.file.impl.disable.cache";

  private static final String OF_LOGS = "fs.AbstractFileSystem.file.impl";

  private static volatile Fault fault = new Fault() {};

  /** Does work with a fault between Spark and the disk. */
  public static <T> T during(Fault chosen, Callable<T> work) throws Exception {
    Configuration hadoop = SharedSpark.session().sparkContext().hadoopConfiguration();
    fault = chosen;
    hadoop.set(IMPLEMENTATION, FaultyDisk.class.getName());
    hadoop.setBoolean(UNCACHED, true);
    hadoop.set(OF_LOGS, FaultyContext.class.getName());
    try {
      return work.call();
    } finally {
      hadoop.unset(IMPLEMENTATION);
      hadoop.unset(UNCACHED);
      hadoop.set(OF_LOGS, LocalFs.class.getName());
      fault = new Fault() {};
    }
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    fault.beforeCreating(file.toString());
    FSDataOutputStream made =
        super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress);
    return new FSDataOutputStream(new Watched(made), null);
  }

  @Override
  protected FSDataOutputStream primitiveCreate(
      Path file,
      FsPermission permission,
      EnumSet<CreateFlag> flags,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress,
      Options.ChecksumOpt checksum)
      throws IOException {
    fault.beforeCreating(file.toString());
    FSDataOutputStream made =
        super.primitiveCreate(
            file, permission, flags, bufferSize, replication, blockSize, progress, checksum);
    return new FSDataOutputStream(new Watched(made), null);
  }

  /** What goes wrong. */
  public interface Fault {
    /** Asked before a file comes into being. */
    default void beforeCreating(String file) throws IOException {}

    /** How many of these bytes still go on the disk. */
    default int room(int bytes) {
      return bytes;
    }
  }

  private static final class Watched extends FilterOutputStream {
    Watched(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int room = fault.room(length);
      out.write(bytes, offset, room);
      if (room < length) {
        throw new IOException("No space left on device");
      }
    }
  }
}
