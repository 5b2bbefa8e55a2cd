package io.lumina.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The configuration of a run: the defaults of {@code conf/lumina.conf}, a file, and single keys. A
 * key that the defaults do not have is an error that names the nearest one.
 */
public final class LuminaConf {
  private static final String DEFAULTS = "lumina.conf";

  private final Config config;

  private LuminaConf(Config config) {
    this.config = config;
  }

  /**
   * Reads a configuration.
   *
   * @param file HOCON that overrides defaults
   * @param settings single keys that override both
   * @throws LuminaException with {@link ExitCode#USAGE} for an unknown key or a value of a wrong
   *     kind
   */
  public static LuminaConf load(Optional<Path> file, Map<String, String> settings) {
    Config defaults =
        ConfigFactory.parseResources(
                LuminaConf.class.getClassLoader(),
                DEFAULTS,
                ConfigParseOptions.defaults().setAllowMissing(false))
            .resolve();
    Config config = file.map(path -> read(path, defaults)).orElse(ConfigFactory.empty());
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      checkKey(setting.getKey(), defaults, "--set");
      config = config.withValue(setting.getKey(), value(setting, defaults));
    }
    return new LuminaConf(config.withFallback(defaults));
  }

  private static Config read(Path path, Config defaults) {
    File file = path.toFile();
    if (!Files.isReadable(path)) {
      throw usage("The configuration file " + path + " cannot be read", null);
    }
    try {
      Config config = ConfigFactory.parseFile(file).resolve();
      for (String key : keys(config)) {
        checkKey(key, defaults, path.toString());
      }
      return config;
    } catch (ConfigException e) {
      throw usage("The configuration file " + path + " is not valid: " + e.getMessage(), e);
    }
  }

  private static void checkKey(String key, Config defaults, String place) {
    Set<String> known = keys(defaults);
    if (!known.contains(key)) {
      throw usage(place + ": there is no key '" + key + "'" + Nearest.hint(key, known), null);
    }
  }

  private static com.typesafe.config.ConfigValue value(
      Map.Entry<String, String> setting, Config defaults) {
    try {
      boolean list = defaults.getAnyRef(setting.getKey()) instanceof List;
      return list
          ? ConfigValueFactory.fromIterable(List.of(setting.getValue().split(",")))
          : ConfigValueFactory.fromAnyRef(setting.getValue());
    } catch (ConfigException e) {
      throw usage("--set " + setting.getKey() + ": " + e.getMessage(), e);
    }
  }

  private static Set<String> keys(Config config) {
    return config.entrySet().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same configuration with other values of known keys. */
  public LuminaConf with(Map<String, ?> values) {
    Config changed = config;
    for (Map.Entry<String, ?> value : values.entrySet()) {
      checkKey(value.getKey(), config, "override");
      changed = changed.withValue(value.getKey(), ConfigValueFactory.fromAnyRef(value.getValue()));
    }
    return new LuminaConf(changed);
  }

  public String text(String key) {
    return get(key, () -> config.getString(key));
  }

  public List<String> texts(String key) {
    return get(key, () -> config.getStringList(key));
  }

  public boolean flag(String key) {
    return get(key, () -> config.getBoolean(key));
  }

  public int number(String key) {
    return get(key, () -> config.getInt(key));
  }

  public long count(String key) {
    return get(key, () -> config.getLong(key));
  }

  public double fraction(String key) {
    return get(key, () -> config.getDouble(key));
  }

  /** A size in bytes. */
  public long bytes(String key) {
    return get(key, () -> config.getBytes(key));
  }

  public Duration duration(String key) {
    return get(key, () -> config.getDuration(key));
  }

  /** One of the names of an enum, written in lower case with hyphens. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    String value = text(key);
    for (E constant : type.getEnumConstants()) {
      if (name(constant).equals(value)) {
        return constant;
      }
    }
    List<String> names =
        java.util.Arrays.stream(type.getEnumConstants()).map(LuminaConf::name).toList();
    throw usage(key + " is '" + value + "'; it must be one of " + String.join(", ", names), null);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** All keys and values as one line of JSON; there are no secrets among them. */
  public String toJson() {
    return config.root().render(ConfigRenderOptions.concise());
  }

  /** The keys below a prefix as one line of JSON: what a step depends on. */
  public String toJson(String prefix) {
    return config.getConfig(prefix).root().render(ConfigRenderOptions.concise());
  }

  private static <T> T get(String key, java.util.function.Supplier<T> value) {
    try {
      return value.get();
    } catch (ConfigException e) {
      throw usage(key + ": " + e.getMessage(), e);
    }
  }

  private static LuminaException usage(String message, Exception cause) {
    return new LuminaException(ExitCode.USAGE, message, cause);
  }
}
