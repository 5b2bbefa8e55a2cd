package io.lumina.cli;

import io.lumina.faults.DeadMachine;
import io.lumina.faults.FailingTask;
import io.lumina.faults.FaultyDisk;
import io.lumina.faults.FullDisk;
import io.lumina.table.TableSpec;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** A night on a disk that fails. */
final class DiskTrouble implements Disturbance {
  private final FaultyDisk.Fault fault;
  private final BooleanSupplier struck;
  private final Set<Integer> exits;
  private final String name;

  private DiskTrouble(
      FaultyDisk.Fault fault, BooleanSupplier struck, Set<Integer> exits, String name) {
    this.fault = fault;
    this.struck = struck;
    this.exits = exits;
    this.name = name;
  }

  /** A disk that is full after so many bytes. */
  static DiskTrouble full(long bytes) {
    FullDisk disk = new FullDisk(bytes);
    return new DiskTrouble(disk, disk::isFull, Set.of(5), "the disk full after " + bytes);
  }

  /** One task broken once: the next try is good. */
  static DiskTrouble once(int file) {
    return broken(new FailingTask(file, 1), Set.of(), "a task broken once at " + file);
  }

  /** All tasks broken from there on. */
  static DiskTrouble always(int file) {
    return broken(
        new FailingTask(file, Integer.MAX_VALUE), Set.of(2), "tasks broken always from " + file);
  }

  /** A machine that dies after so many commits. */
  static DiskTrouble deadAfter(int commits) {
    return dead(DeadMachine.after(commits), "dead after " + commits + " commits");
  }

  /** A machine that dies after the first commit of a table. */
  static DiskTrouble deadAfterCommitOf(TableSpec table) {
    return dead(
        DeadMachine.afterCommitOf(table.name()), "dead after the commit of " + table.name());
  }

  private static DiskTrouble dead(DeadMachine machine, String name) {
    return new DiskTrouble(machine, machine::isDead, Set.of(2), name);
  }

  private static DiskTrouble broken(FailingTask task, Set<Integer> exits, String name) {
    return new DiskTrouble(task, () -> task.broken() > 0, exits, name);
  }

  @Override
  public Cli.Ended during(Callable<Cli.Ended> night) throws Exception {
    return FaultyDisk.during(fault, night);
  }

  @Override
  public boolean struck() {
    return struck.getAsBoolean();
  }

  @Override
  public Set<Integer> exits() {
    return exits;
  }

  @Override
  public long retries() {
    return exits.isEmpty() && fault instanceof FailingTask task ? task.broken() : 0;
  }

  @Override
  public String toString() {
    return name;
  }
}
