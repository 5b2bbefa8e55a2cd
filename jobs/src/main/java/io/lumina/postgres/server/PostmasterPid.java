package io.lumina.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes into its data directory (PostgreSQL manual, "postmaster.pid").
 *
 * @param pid process of the server
 * @param port where it listens; 0 while it has not said so
 * @param ready whether it takes connections
 * @param stopping whether it is about to end
 */
public record PostmasterPid(long pid, int port, boolean ready, boolean stopping) {
  static final String FILE = "postmaster.pid";
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /**
   * Reads the file; none when there is none, or when its process is gone or is another program, or
   * serves another folder.
   */
  public static Optional<PostmasterPid> ofLiving(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve(FILE));
      long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).strip());
      if (!isPostgres(pid) || !worksIn(pid, data)) {
        return Optional.empty();
      }
      String port = lines.size() > PORT_LINE ? lines.get(PORT_LINE).strip() : "";
      String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE) : "";
      return Optional.of(
          new PostmasterPid(
              pid,
              port.isEmpty() ? 0 : Integer.parseInt(port),
              status.startsWith("ready"),
              status.startsWith("stopping")));
    } catch (NoSuchFileException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** The server of another folder may have the process id by now. */
  private static boolean worksIn(long pid, Path data) {
    try {
      return Files.isSameFile(Path.of("/proc/" + pid + "/cwd"), data);
    } catch (NoSuchFileException ended) {
      return !Files.exists(Path.of("/proc/self/cwd"));
    } catch (IOException notToBeSeen) {
      return true;
    }
  }

  private static boolean isPostgres(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .filter(command -> command.endsWith("postgres"))
        .isPresent();
  }
}
