package io.lumina.cli.option;

import io.lumina.config.LuminaConf;
import io.lumina.duplicates.rule.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What duplicates are: each option stands for a key of the configuration and overrides it. */
public final class DuplicatesOptions {
  private static final String PROFILE = "duplicates.profile";

  @Option(
      names = "--profile",
      paramLabel = "RULE",
      description =
          "When two pictures are near duplicates: consensus (all hashes, the default), dhash or"
              + " pdq.")
  private String profile;

  @Option(
      names = "--threshold",
      paramLabel = "BITS",
      description = "Bits that may differ: 0-15 of a 64-bit hash, 0-80 of PDQ with --profile pdq.")
  private Integer threshold;

  @Option(
      names = "--recall",
      paramLabel = "HOW",
      description =
          "guaranteed (the default) or best-effort, which takes a higher threshold and may miss"
              + " pairs.")
  private String recall;

  @Option(
      names = "--rotations",
      description = "Turned and mirrored copies are duplicates too; the search takes longer.")
  private boolean rotations;

  @Option(
      names = "--bursts",
      paramLabel = "MODE",
      description =
          "exclude-pairs (the default) leaves out pairs inside one burst, exclude-all every frame.")
  private String bursts;

  /** A configuration with the keys that are set here. Values are checked with all others. */
  LuminaConf in(LuminaConf conf) {
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, PROFILE, profile);
    put(values, "duplicates.recall", recall);
    put(values, "duplicates.bursts", bursts);
    put(values, "duplicates.rotations", rotations ? "compared" : null);
    LuminaConf chosen = conf.with(values);
    return threshold == null ? chosen : chosen.with(Map.of(thresholdKey(chosen), threshold));
  }

  /** The key of the hash that the profile searches by. */
  private static String thresholdKey(LuminaConf conf) {
    return conf.choice(PROFILE, Profile.class) == Profile.PDQ
        ? "duplicates.pdq-threshold"
        : "duplicates.threshold";
  }

  private static void put(Map<String, Object> values, String key, String value) {
    if (value != null) {
      values.put(key, value);
    }
  }
}
