package io.lumina.session;

import org.apache.hadoop.util.ShutdownHookManager;

/**
 * What is to be done when a person or the system stops the program, until this is closed. Hadoop
 * keeps the order, in which Spark stops its context in between.
 */
public final class Interruption implements AutoCloseable {
  /** Spark's own hook has priority 40, that of Hadoop's file systems 10. */
  private static final int BEFORE_SPARK = 100;

  private static final int AFTER_ALL = 5;

  private final Runnable hook;

  private Interruption(Runnable work, int priority) {
    this.hook = work;
    if (!isUnderWay()) {
      ShutdownHookManager.get().addShutdownHook(hook, priority);
    }
  }

  /** Work to be done while Spark still runs. */
  public static Interruption first(Runnable work) {
    return new Interruption(work, BEFORE_SPARK);
  }

  /** Work to be done when nothing else is left. */
  static Interruption last(Runnable work) {
    return new Interruption(work, AFTER_ALL);
  }

  /** Whether the program is being stopped: what fails from now on fails because of that. */
  public static boolean isUnderWay() {
    return ShutdownHookManager.get().isShutdownInProgress();
  }

  @Override
  public void close() {
    if (!isUnderWay()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
