package io.lumina.backup;

import java.util.Map;

/**
 * What a backup holds.
 *
 * @param database which one it is of
 * @param sha256 of its lines: two backups of the same decisions have the same
 * @param counts of its lines, by kind
 */
public record BackupSummary(String database, String sha256, Map<String, Long> counts) {
  public BackupSummary {
    counts = Map.copyOf(counts);
  }

  /** Statuses of pictures, those without a row too. */
  public long statuses() {
    return of(BackupLines.STATUS) + of(BackupLines.KEPT);
  }

  public long decisions() {
    return of(BackupLines.DECISION);
  }

  public long reviews() {
    return of(BackupLines.REVIEW);
  }

  /** Whether people decided anything. */
  public boolean isEmpty() {
    return statuses() + decisions() + reviews() == 0;
  }

  private long of(BackupLines kind) {
    return counts.getOrDefault(kind.kind(), 0L);
  }
}
