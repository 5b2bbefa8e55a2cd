package io.lumina.act.file;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the lines of a journal amount to: how far each operation came. A byte for each of them. */
public final class JournalState {
  static final String PLAN = "plan";
  static final String FOLDER_MADE = "folder";
  static final String FOLDER_TIME = "folder-time";

  private static final int FIRST_SIZE = 1024;
  private static final byte NONE = -1;

  private final Path file;
  private final String planId;
  private final Map<Path, FileTime> times = new LinkedHashMap<>();
  private final Map<Path, Boolean> made = new LinkedHashMap<>();
  private byte[] marks = new byte[0];
  private long lines;
  private long wholeBytes;
  private boolean isCutShort;

  private JournalState(Path file, String planId) {
    this.file = file;
    this.planId = planId;
  }

  /**
   * Reads a journal; of one that is not there, nothing.
   *
   * @throws LuminaException (guard) when a line is not as it was written, or it is of another plan
   */
  public static JournalState of(Path file, String planId) throws IOException {
    JournalState state = new JournalState(file, planId);
    if (Files.exists(file)) {
      try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
        state.read(bytes);
      }
    }
    return state;
  }

  private void read(InputStream bytes) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = bytes.read(); next >= 0; next = bytes.read()) {
      if (next != '\n') {
        line.write(next);
        continue;
      }
      wholeBytes += line.size() + 1L;
      take(
          JournalLine.read(line.toString(StandardCharsets.UTF_8), lines)
              .orElseThrow(this::damaged));
      line.reset();
    }
    // Only the end of the last write can be missing, and nothing that it promised was done.
    isCutShort = line.size() > 0;
  }

  private void take(JournalLine line) {
    List<String> words = line.words();
    if (lines == 0 && !words.equals(List.of(PLAN, planId))) {
      throw new LuminaException(
          ExitCode.SAFETY_GUARD,
          "The journal %s is not that of plan %s; put the right one back".formatted(file, planId));
    }
    switch (words.get(0)) {
      case PLAN -> {}
      case FOLDER_MADE -> made.put(Path.of(words.get(1)), true);
      case FOLDER_TIME ->
          times.putIfAbsent(Path.of(words.get(1)), FileTime.from(Instant.parse(words.get(2))));
      default -> mark(Long.parseLong(words.get(1)), Mark.valueOf(words.get(0)));
    }
    lines++;
  }

  void mark(long operation, Mark mark) {
    int index = Math.toIntExact(operation);
    if (index >= marks.length) {
      int before = marks.length;
      marks = Arrays.copyOf(marks, Math.max(FIRST_SIZE, index + index / 2 + 1));
      Arrays.fill(marks, before, marks.length, NONE);
    }
    marks[index] = (byte) mark.ordinal();
  }

  void folderMade(Path folder) {
    made.put(folder, true);
  }

  void folderTime(Path folder, FileTime time) {
    times.putIfAbsent(folder, time);
  }

  /** How far an operation came; nothing when no line speaks of it. */
  public Optional<Mark> mark(long operation) {
    return operation >= marks.length || marks[(int) operation] == NONE
        ? Optional.empty()
        : Optional.of(Mark.values()[marks[(int) operation]]);
  }

  /** Folders that the plan made, the outer ones first. */
  public List<Path> foldersMade() {
    return List.copyOf(made.keySet());
  }

  /** When folders that the plan wrote in were modified before. */
  public Map<Path, FileTime> folderTimes() {
    return Map.copyOf(times);
  }

  boolean knowsTimeOf(Path folder) {
    return times.containsKey(folder);
  }

  boolean wasMade(Path folder) {
    return made.containsKey(folder);
  }

  /** Whether its last line lacks its end: who wrote it was killed meanwhile. */
  public boolean isCutShort() {
    return isCutShort;
  }

  /** Whether there is no journal yet. */
  public boolean isEmpty() {
    return lines == 0;
  }

  long lines() {
    return lines;
  }

  long wholeBytes() {
    return wholeBytes;
  }

  private LuminaException damaged() {
    return new LuminaException(
        ExitCode.SAFETY_GUARD,
        "Line %d of the journal %s is not what was written there, so nothing was done; put the file back from a backup, or look at the plan's files by hand (lumina plan show %s)"
            .formatted(lines + 1, file, planId));
  }
}
