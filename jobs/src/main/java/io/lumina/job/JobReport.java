package io.lumina.job;

import io.lumina.failure.ExitCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a job did.
 *
 * @param total units that it had to do; 0 when nothing was to do
 * @param result what it found out
 * @param inputVersions Delta version of each table read
 * @param outputVersions Delta version of each table written; none when nothing changed
 * @param notes sentences for a person: what was skipped and why, guarantees
 * @param exit how the program ends when nothing else goes wrong
 */
public record JobReport(
    long total,
    StepResult result,
    Map<String, Long> inputVersions,
    Map<String, Long> outputVersions,
    List<String> notes,
    ExitCode exit) {

  public JobReport {
    Objects.requireNonNull(exit, "exit");
    Objects.requireNonNull(result, "result");
    inputVersions = Map.copyOf(inputVersions);
    outputVersions = Map.copyOf(outputVersions);
    notes = List.copyOf(notes);
  }

  /** A job that ended well. */
  public JobReport(
      long total,
      StepResult result,
      Map<String, Long> inputVersions,
      Map<String, Long> outputVersions,
      List<String> notes) {
    this(total, result, inputVersions, outputVersions, notes, ExitCode.SUCCESS);
  }

  /** The same with one more sentence for a person. */
  public JobReport withNote(String note) {
    List<String> all = new ArrayList<>(notes);
    all.add(note);
    return new JobReport(total, result, inputVersions, outputVersions, all, exit);
  }

  /**
   * The same, having read these versions; what a job says itself of a table counts more, since it
   * may have read what it wrote a moment before.
   */
  public JobReport reading(Map<String, Long> versions) {
    Map<String, Long> all = new HashMap<>(versions);
    all.putAll(inputVersions);
    return new JobReport(total, result, all, outputVersions, notes, exit);
  }

  /** A job that found nothing to do. */
  public static JobReport nothingToDo(StepResult result, Map<String, Long> inputVersions) {
    return new JobReport(0, result, inputVersions, Map.of(), List.of());
  }

  /** The numbers of the result, by name. */
  public Map<String, Long> counts() {
    return result.counts();
  }

  /** All that it says to a person: the result of itself, and the notes. */
  public List<String> said() {
    List<String> all = new ArrayList<>(result.sentences());
    all.addAll(notes);
    return List.copyOf(all);
  }
}
