package io.lumina.act.plan;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A list of operations that was computed from the tables of a catalog.
 *
 * @param id of the plan
 * @param catalogId of the catalog
 * @param catalog its name
 * @param kind what it is for
 * @param state how far it is
 * @param newSource a folder that becomes a source directory when files are moved there
 * @param target the folder outside of the sources that it writes in
 */
public record Plan(
    UUID id,
    UUID catalogId,
    String catalog,
    PlanKind kind,
    PlanState state,
    Optional<String> newSource,
    Optional<String> target) {
  public Plan {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(catalogId, "catalogId");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(newSource, "newSource");
    Objects.requireNonNull(target, "target");
  }
}
