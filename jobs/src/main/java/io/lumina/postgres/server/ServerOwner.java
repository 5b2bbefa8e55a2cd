package io.lumina.postgres.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who started the server of a home. A process id says nothing in another container or on another
 * machine, so the claim beside the data says where it is one.
 *
 * @param host name of the machine, or of the container
 * @param machine id that the system was installed with; empty where it has none
 * @param boot id of this start of the kernel, which all containers of a machine share
 * @param namespace in which process ids count
 * @param pid the process that started the server
 * @param since when
 */
record ServerOwner(
    String host, String machine, String boot, String namespace, long pid, Instant since) {

  /** That of the machine itself (PROC_PID_INIT_INO of Linux). */
  private static final String NO_CONTAINER = "pid:[4026531836]";

  private static final String UNKNOWN = "";

  /** This process. */
  static ServerOwner self() {
    return new ServerOwner(
        hostName(),
        text(Path.of("/etc/machine-id")),
        text(Path.of("/proc/sys/kernel/random/boot_id")),
        link(Path.of("/proc/self/ns/pid")),
        ProcessHandle.current().pid(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  /** What a file says; none when there is none, or only a part of one. */
  static Optional<ServerOwner> read(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          values.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
      return Optional.of(
          new ServerOwner(
              values.getOrDefault("host", UNKNOWN),
              values.getOrDefault("machine", UNKNOWN),
              values.getOrDefault("boot", UNKNOWN),
              values.getOrDefault("namespace", UNKNOWN),
              Long.parseLong(values.getOrDefault("pid", UNKNOWN)),
              Instant.parse(values.getOrDefault("since", UNKNOWN))));
    } catch (NoSuchFileException | NumberFormatException | java.time.DateTimeException none) {
      return Optional.empty();
    }
  }

  /** For {@link #read}. */
  String text() {
    return "host=%s\nmachine=%s\nboot=%s\nnamespace=%s\npid=%d\nsince=%s\n"
        .formatted(host, machine, boot, namespace, pid, since);
  }

  /** Whether the kernel that knew the process is the one that runs here. */
  boolean sharesKernelWith(ServerOwner other) {
    return !boot.isEmpty() && boot.equals(other.boot);
  }

  /** Whether the process id means the same process to both. */
  boolean sharesProcessesWith(ServerOwner other) {
    return boot.equals(other.boot) && namespace.equals(other.namespace);
  }

  /** Whether its machine has started anew since: then nothing of it lives. */
  boolean wasBefore(ServerOwner restarted) {
    return !boot.equals(restarted.boot)
        && namespace.equals(NO_CONTAINER)
        && restarted.namespace.equals(NO_CONTAINER)
        && !machine.isEmpty()
        && machine.equals(restarted.machine)
        && host.equals(restarted.host);
  }

  @Override
  public String toString() {
    return "process %d on %s since %s".formatted(pid, host.isEmpty() ? "?" : host, since);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return UNKNOWN;
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException none) {
      return UNKNOWN;
    }
  }

  private static String link(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException | UnsupportedOperationException none) {
      return UNKNOWN;
    }
  }
}
