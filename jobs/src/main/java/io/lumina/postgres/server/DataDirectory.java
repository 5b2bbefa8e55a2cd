package io.lumina.postgres.server;

import io.lumina.config.Secret;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/** The folder with the data of the embedded server, and the password that opens it. */
final class DataDirectory {
  static final String NAME = "postgres";
  static final String USER = "lumina";
  private static final String PARTIAL = "postgres-partial";
  private static final String PASSWORD_FILE = "postgres-password";
  private static final int PASSWORD_BYTES = 24;

  /** Loopback only; memory mapped files, for containers with a small /dev/shm; no replication. */
  private static final String SETTINGS =
      """

      # Lumina
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 60
      dynamic_shared_memory_type = mmap
      wal_level = minimal
      max_wal_senders = 0
      max_wal_size = 4GB
      jit = off
      timezone = 'UTC'
      log_timezone = 'UTC'
      """;

  private final Path home;

  DataDirectory(Path home) {
    this.home = home;
  }

  Path path() {
    return home.resolve(NAME);
  }

  /** What the server asks for; made by {@link #create} and readable by its owner only. */
  Secret password() throws IOException {
    Path file = home.resolve(PASSWORD_FILE);
    if (!Files.exists(file)) {
      throw new LuminaException(
          ExitCode.USAGE,
          file + " is missing, and " + path() + " does not open without it; put it back");
    }
    return new Secret(Files.readString(file).strip());
  }

  /**
   * Makes the data directory when there is none. A creation that was killed starts anew: what has
   * not got its name yet never was a database.
   */
  void create(ServerProcess server, ServerLife life) throws IOException {
    if (Files.exists(path())) {
      return;
    }
    writePassword();
    Path partial = home.resolve(PARTIAL);
    FolderTree.delete(partial);
    server.run(
        life.held(),
        "initdb",
        "--pgdata=" + PARTIAL,
        "--username=" + USER,
        "--auth=scram-sha-256",
        "--pwfile=" + PASSWORD_FILE,
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions");
    Files.writeString(partial.resolve("postgresql.conf"), SETTINGS, StandardOpenOption.APPEND);
    Files.move(partial, path(), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Looks whether this is a database, and one of this program.
   *
   * @throws DamagedDataException when it is none
   * @throws LuminaException (usage) when another major version of PostgreSQL wrote the data
   */
  void check(ServerProcess server) throws IOException {
    String data = version();
    Path control = path().resolve("global/pg_control");
    if (!Files.exists(control) || Files.size(control) == 0) {
      throw new DamagedDataException(control + " is missing or empty");
    }
    String program = server.run("postgres", "--version").replaceAll("^\\D*(\\d+).*", "$1");
    if (!data.equals(program)) {
      throw new LuminaException(
          ExitCode.USAGE,
          path()
              + " holds data of PostgreSQL "
              + data
              + ", this program brings PostgreSQL "
              + program
              + "; move it with pg_dump of version "
              + data
              + ", or give another --home");
    }
  }

  /**
   * Gives the data another name, and their password too, so that somebody may look into them later.
   *
   * @return the new name
   */
  Path putAside() throws IOException {
    String name =
        "%s-damaged-%s".formatted(NAME, Instant.now().toString().replaceAll("[-:]|\\.\\d+", ""));
    Path aside = home.resolve(name);
    for (int again = 2; Files.exists(aside); again++) {
      aside = home.resolve(name + "-" + again);
    }
    Files.move(path(), aside, StandardCopyOption.ATOMIC_MOVE);
    Path password = home.resolve(PASSWORD_FILE);
    if (Files.exists(password)) {
      Files.copy(
          password,
          home.resolve(aside.getFileName() + "-password"),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    return aside;
  }

  private String version() throws IOException {
    Path file = path().resolve("PG_VERSION");
    String version = Files.exists(file) ? Files.readString(file).strip() : "";
    if (!version.matches("\\d+")) {
      throw new DamagedDataException(file + " is missing or says no version");
    }
    return version;
  }

  private void writePassword() throws IOException {
    Path file = home.resolve(PASSWORD_FILE);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Files.writeString(file, HexFormat.of().formatHex(random));
  }
}
