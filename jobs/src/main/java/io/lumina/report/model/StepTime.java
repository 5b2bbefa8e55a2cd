package io.lumina.report.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A step of the run.
 *
 * @param name scan, analyze, …
 * @param seconds wall clock
 * @param counts what it counted, in the order to show
 * @param notes sentences for a person
 */
public record StepTime(String name, double seconds, Map<String, Long> counts, List<String> notes) {
  public StepTime {
    Objects.requireNonNull(name, "name");
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    notes = List.copyOf(notes);
  }
}
