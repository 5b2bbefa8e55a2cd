package io.lumina.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of many rounds of one fault: a line for {@code scripts/fault-tests}, printed also when
 * a round did not end as it should.
 */
public final class FaultFigures implements AutoCloseable {
  private static final String FILE = "lumina.faults.figures";
  private static final String ROUNDS = "lumina.faults.rounds";
  private static final String SEED = "lumina.faults.seed";

  /** The fault that the script asks for, by name. */
  public static final String WANTED = "lumina.faults";

  private static final long USUAL_SEED = 17;

  private final String fault;
  private final Instant started = Instant.now();
  private final Map<String, Integer> steps = new TreeMap<>();
  private int rounds;
  private int disturbed;
  private int good;
  private long looks;
  private long partialLooks;
  private long retries;
  private long left;
  private String note = "";

  public FaultFigures(String fault) {
    this.fault = fault;
  }

  /** Rounds of a fault: those that the script asks for, or so few that mvn verify stays short. */
  public static int rounds(String fault, int few) {
    return isWanted(fault) ? Integer.getInteger(ROUNDS, few) : few;
  }

  /** Whether the script asks for this fault by name. */
  public static boolean isWanted(String fault) {
    return fault.equals(System.getProperty(WANTED));
  }

  /** Where random moments come from. */
  public static long seed() {
    return Long.getLong(SEED, USUAL_SEED);
  }

  /** A round begins. */
  public void round() {
    rounds++;
  }

  /** It was disturbed there. */
  public void disturbed(String step) {
    disturbed++;
    steps.merge(step, 1, Integer::sum);
  }

  /** It ended as it should: with equal tables, one winner, or whatever is asked. */
  public void good() {
    good(1);
  }

  /** Rounds ended as they should, with one look at what all of them led to. */
  public void good(int rounds) {
    good += rounds;
  }

  /** Somebody looked from outside, and saw one state or a mixture. */
  public synchronized void look(boolean whole) {
    looks++;
    partialLooks += whole ? 0 : 1;
  }

  /** How often somebody saw a mixture. */
  public synchronized long partialLooks() {
    return partialLooks;
  }

  /** A task was tried again. */
  public void retried(long times) {
    retries += times;
  }

  /** Tables or files were left on the way. */
  public void left(long things) {
    left += things;
  }

  /** Something else that was measured. */
  public void note(String words) {
    note = words;
  }

  @Override
  public void close() {
    String where =
        steps.entrySet().stream()
            .map(step -> step.getKey() + " " + step.getValue())
            .collect(Collectors.joining(", "));
    String line =
        String.join(
            "\t",
            fault,
            String.valueOf(rounds),
            String.valueOf(good),
            disturbed + (where.isEmpty() ? "" : " (" + where + ")"),
            partialLooks + " of " + looks,
            String.valueOf(retries),
            String.valueOf(left),
            String.valueOf(Duration.between(started, Instant.now()).toSeconds()),
            note);
    System.out.println("figures: " + line);
    String file = System.getProperty(FILE);
    if (file != null) {
      try {
        Files.writeString(
            Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
