package io.lumina.postgres;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A named set of source directories.
 *
 * @param id follows from the name, so that two homes agree on it
 * @param name what people call it
 * @param sourceDirectories plain paths or Hadoop URIs, in the order of preference
 */
public record Catalog(UUID id, String name, List<String> sourceDirectories) {
  public Catalog {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    sourceDirectories = List.copyOf(sourceDirectories);
  }

  /** The id that a name stands for (name-based UUID, version 3). */
  public static UUID idOf(String name) {
    return UUID.nameUUIDFromBytes(("lumina-catalog:" + name).getBytes(StandardCharsets.UTF_8));
  }
}
