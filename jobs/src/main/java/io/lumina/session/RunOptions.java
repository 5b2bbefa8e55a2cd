package io.lumina.session;

import io.lumina.config.LuminaConf;
import io.lumina.postgres.ConnectionSettings;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What every command is told: where data lie, and the configuration.
 *
 * @param home the folder of Lumina on this machine, and where the tables lie
 * @param database an external one; empty for the embedded one in the home
 * @param conf its keys with whatever overrides them
 * @param told hears what a person should know while something takes long
 */
public record RunOptions(
    Home home, Optional<ConnectionSettings> database, LuminaConf conf, Consumer<String> told) {
  public RunOptions {
    Objects.requireNonNull(home, "home");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(conf, "conf");
    Objects.requireNonNull(told, "told");
  }
}
