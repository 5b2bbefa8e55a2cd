package io.lumina.resolve;

import io.lumina.act.PlanTables;
import io.lumina.act.Planned;
import io.lumina.act.Planner;
import io.lumina.act.file.TrashManifests;
import io.lumina.act.plan.PlanKind;
import io.lumina.table.MembersTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Plans what becomes of the other members of duplicate groups. */
public final class ResolvePlanner implements Planner {
  private final ResolveRules rules;

  public ResolvePlanner(ResolveRules rules) {
    this.rules = rules;
  }

  @Override
  public PlanKind kind() {
    return PlanKind.RESOLVE;
  }

  @Override
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("policy", rules.policy().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    parameters.put("min_margin", rules.minMargin());
    rules.prefer().ifPresent(folder -> parameters.put("prefer", folder));
    parameters.put("keep_folders", rules.keepFolders());
    parameters.put("protected", rules.protectedFolders());
    return parameters;
  }

  @Override
  public Planned plan(PlanTables tables, UUID plan) {
    ResolveTables read =
        new ResolveTables(
            tables.rows(MembersTable.SPEC),
            tables.images(),
            tables.units(),
            tables.decisions(),
            tables.reviewed());
    return new Planned(
        ResolveOperations.of(read, rules, TrashManifests.TRASH + "/" + plan), List.of());
  }
}
