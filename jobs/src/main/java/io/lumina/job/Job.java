package io.lumina.job;

import io.lumina.failure.LuminaException;

/**
 * Reads named versions of tables, calls a pure function, writes.
 *
 * @param <C> its configuration, read and checked in one place
 */
public interface Job<C> {

  /** The name in {@code jobs.job_type}, such as {@code scan}. */
  String type();

  /**
   * Runs to the end.
   *
   * @throws LuminaException for what the user can mend
   */
  JobReport run(C config, JobContext context);
}
