package io.lumina.job;

import java.util.List;
import java.util.Map;

/** What a step found out, as values: each step has a record of its own. */
public interface StepResult {
  /** A step that had nothing to count. */
  record Nothing() implements StepResult {
    @Override
    public Map<String, Long> counts() {
      return Map.of();
    }
  }

  /** The numbers as the ledger, the metrics and the page name them, in the order to show. */
  Map<String, Long> counts();

  /** What it says of itself to a person, before all notes. */
  default List<String> sentences() {
    return List.of();
  }
}
