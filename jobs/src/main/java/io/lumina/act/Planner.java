package io.lumina.act;

import io.lumina.act.plan.PlanKind;
import java.util.Map;
import java.util.UUID;

/** Computes the operations of a plan from the tables of a catalog. */
public interface Planner {

  /** What its plans are for. */
  PlanKind kind();

  /** What was asked for, as it is kept with the plan. */
  Map<String, Object> parameters();

  /** The operations of a new plan. */
  Planned plan(PlanTables tables, UUID plan);
}
