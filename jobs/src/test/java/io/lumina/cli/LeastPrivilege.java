package io.lumina.cli;

import io.lumina.SharedPostgres;
import io.lumina.config.Secret;
import io.lumina.made.MadePicture;
import io.lumina.postgres.Ask;
import io.lumina.postgres.ConnectionSettings;
import io.lumina.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database with the roles of conf/postgres/roles.sql, and two photos for its nights. */
final class LeastPrivilege {
  static final String MIGRATE = "lumina_migrate";
  static final String PUBLISH = "lumina_publish";
  static final String READ = "lumina_read";
  private static final String PASSWORD = "nothing but a test";

  private final Path folder;
  private final Path photos;
  private final Database admin;

  /**
   * Makes them.
   *
   * @param catalog name of the folder of the photos, and so of the catalog
   */
  LeastPrivilege(Path folder, String catalog) throws IOException {
    this.folder = folder;
    this.photos = Files.createDirectories(folder.resolve(catalog));
    this.admin = SharedPostgres.another("least_privilege");
    runScript();
    for (String role : List.of(MIGRATE, PUBLISH, READ)) {
      admin().execute("ALTER ROLE " + role + " PASSWORD '" + PASSWORD + "'");
    }
    MadePicture rose = MadePicture.of(77, 520, 390);
    for (int quality : new int[] {75, 50}) {
      Files.write(photos.resolve("rose-q" + quality + ".jpg"), rose.jpeg(quality));
    }
  }

  void runScript() throws IOException {
    admin()
        .execute(
            Files.readString(
                Launcher.script("lumina").getParent().resolveSibling("conf/postgres/roles.sql")));
  }

  Ask admin() {
    return new Ask(admin);
  }

  Ask ask(String role) {
    return new Ask(as(role));
  }

  Database as(String role) {
    return new Database(new ConnectionSettings(admin.settings().url(), role, new Secret(PASSWORD)));
  }

  void execute(String role, String sql) throws SQLException {
    try (Connection connection = as(role).connect("test");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A night of the publishing role. */
  Cli.Ended night() {
    return run(PUBLISH, "nightly", "--photos", photos.toString(), "--home", home().toString());
  }

  Path home() {
    return folder.resolve("home of roles");
  }

  Cli.Ended run(String user, String... arguments) {
    try {
      Path password = Files.writeString(folder.resolve("password"), PASSWORD);
      List<String> all = new ArrayList<>(List.of(arguments));
      all.addAll(
          List.of(
              "--jdbc-url",
              admin.settings().url(),
              "--jdbc-user",
              user,
              "--jdbc-password-file",
              password.toString()));
      return Cli.run(all.toArray(String[]::new));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
