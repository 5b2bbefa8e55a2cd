package io.lumina.cli.option;

import io.lumina.config.LuminaConf;
import io.lumina.config.Secret;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.ConnectionSettings;
import io.lumina.session.Home;
import io.lumina.session.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command takes. */
public final class GlobalOptions {
  private static final String PASSWORD = "LUMINA_JDBC_PASSWORD";

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Where Lumina keeps its data (default: ~/.lumina).")
  private Path home;

  @Option(
      names = "--warehouse",
      paramLabel = "URI",
      description = "Where the Delta tables lie (default: warehouse in the home folder).")
  private String warehouse;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration that overrides conf/lumina.conf.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets one key of the configuration; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description = "An external PostgreSQL, jdbc:postgresql://HOST/DATABASE (default: embedded).")
  private String jdbcUrl;

  @Option(
      names = "--jdbc-user",
      paramLabel = "NAME",
      description = "User of the external database.")
  private String jdbcUser;

  @Option(
      names = "--jdbc-password-file",
      paramLabel = "FILE",
      description = "File with the password; otherwise the environment variable " + PASSWORD + ".")
  private Path passwordFile;

  /** What they amount to. */
  public RunOptions values() {
    return new RunOptions(home(), database(), conf(), Message::print);
  }

  /** The same where options say what duplicates are. */
  public RunOptions values(DuplicatesOptions duplicates) {
    return new RunOptions(home(), database(), duplicates.in(conf()), Message::print);
  }

  private Home home() {
    Path folder =
        home == null ? Path.of(personal(), ".lumina").toAbsolutePath() : home.toAbsolutePath();
    return new Home(folder.normalize(), Optional.ofNullable(warehouse));
  }

  /** As the shell and the launcher see it; Java asks the list of users. */
  private static String personal() {
    String named = System.getenv("HOME");
    return named == null || named.isBlank() ? System.getProperty("user.home") : named;
  }

  /** Sets a key for which a command has an option of its own. */
  public void set(String key, String value) {
    settings.put(key, value);
  }

  private LuminaConf conf() {
    return LuminaConf.load(Optional.ofNullable(config), settings);
  }

  /** The external database, if one is named. */
  private Optional<ConnectionSettings> database() {
    if (jdbcUrl == null) {
      if (jdbcUser != null || passwordFile != null) {
        throw new LuminaException(
            ExitCode.USAGE, "--jdbc-user and --jdbc-password-file need --jdbc-url");
      }
      return Optional.empty();
    }
    String user = jdbcUser == null ? System.getProperty("user.name") : jdbcUser;
    return Optional.of(new ConnectionSettings(jdbcUrl, user, password()));
  }

  private Secret password() {
    if (passwordFile == null) {
      String value = System.getenv(PASSWORD);
      return value == null ? Secret.NONE : new Secret(value);
    }
    try {
      return new Secret(Files.readString(passwordFile).strip());
    } catch (IOException e) {
      throw new LuminaException(
          ExitCode.USAGE, "The password file " + passwordFile + " cannot be read", e);
    }
  }
}
