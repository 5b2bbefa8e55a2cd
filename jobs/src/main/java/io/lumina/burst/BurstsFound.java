package io.lumina.burst;

import io.lumina.job.StepResult;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much was found.
 *
 * @param shots pictures of several files
 * @param shotFiles their files
 * @param bursts of several frames
 * @param burstFiles their frames
 */
public record BurstsFound(long shots, long shotFiles, long bursts, long burstFiles)
    implements StepResult {
  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("shots", shots);
    counts.put("shot_files", shotFiles);
    counts.put("bursts", bursts);
    counts.put("burst_files", burstFiles);
    return counts;
  }
}
