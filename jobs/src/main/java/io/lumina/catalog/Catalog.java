package io.lumina.catalog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A named set of source directories.
 *
 * @param id follows from the name, so that two homes agree on it; that of a dropped catalog never
 *     comes again
 * @param name what people call it
 * @param sourceDirectories plain paths or Hadoop URIs, in the order of preference
 */
public record Catalog(UUID id, String name, List<String> sourceDirectories) {
  public Catalog {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    sourceDirectories = List.copyOf(sourceDirectories);
  }

  /** The id that a name stands for when a catalog is first made under it (UUID, version 3). */
  public static UUID idOf(String name) {
    return named(name);
  }

  /** The same when so many catalogs of that name were dropped before. */
  static UUID idOf(String name, int dropped) {
    // No name holds a line break.
    return dropped == 0 ? named(name) : named(name + "\n" + dropped);
  }

  private static UUID named(String text) {
    return UUID.nameUUIDFromBytes(("lumina-catalog:" + text).getBytes(StandardCharsets.UTF_8));
  }
}
