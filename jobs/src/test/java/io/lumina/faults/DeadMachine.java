package io.lumina.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A machine that dies between two commits of Delta tables: what comes after one is not written. */
public final class DeadMachine implements FaultyDisk.Fault {
  /** Delta writes a commit under another name, and renames it. */
  private static final Pattern COMMIT =
      Pattern.compile("/([a-z_]+)/_delta_log/\\.?(\\d{20})\\.json(\\.[^/]*)?$");

  private final int last;
  private final String lastTable;
  private final List<String> commits = new ArrayList<>();
  private boolean dead;

  private DeadMachine(int last, String lastTable) {
    this.last = last;
    this.lastTable = lastTable;
  }

  /** Dies after so many commits of any table. */
  public static DeadMachine after(int commits) {
    return new DeadMachine(commits, "");
  }

  /** Dies after the first commit of a table. */
  public static DeadMachine afterCommitOf(String table) {
    return new DeadMachine(Integer.MAX_VALUE, table);
  }

  /** Never dies; counts. */
  public static DeadMachine never() {
    return after(Integer.MAX_VALUE);
  }

  @Override
  public synchronized void beforeCreating(String file) throws IOException {
    Matcher commit = COMMIT.matcher(file);
    if (commit.find()) {
      dead |= commits.size() == last || commits.contains(lastTable);
      if (!dead) {
        commits.add(commit.group(1));
      }
    }
    if (dead) {
      throw new IOException("This machine is dead");
    }
  }

  /** Tables by name, one for each commit that was written. */
  public synchronized List<String> commits() {
    return List.copyOf(commits);
  }

  /** Whether something was not written. */
  public synchronized boolean isDead() {
    return dead;
  }
}
