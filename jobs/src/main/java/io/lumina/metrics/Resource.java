package io.lumina.metrics;

/** What a step can wait for, and what makes the wait shorter. */
public enum Resource {
  COMPUTING("computing", "more cores or executors shorten it"),
  MEMORY(
      "collecting garbage",
      "more memory shortens it: --driver-memory on one machine, --executor-memory on a cluster"),
  STORAGE(
      "waiting for the storage of the pictures",
      "a faster disk or network shortens it, more cores hardly do"),
  SHUFFLE(
      "exchanging rows between tasks",
      "a faster disk for spark.local.dir, or a faster network, shortens it"),
  DATABASE(
      "waiting for PostgreSQL", "a faster disk or more shared_buffers for PostgreSQL shortens it"),
  OTHER_WAITS(
      "tasks waiting for tables, or for cores that other programs use",
      "a quieter machine, or a faster disk for the warehouse, shortens it"),
  IDLE_CORES(
      "cores without a task while others had one",
      "fewer cores would do; a larger library uses them better"),
  DRIVER(
      "planning and committing on the driver while no task ran",
      "a fixed cost, which more executors do not shorten");

  private final String words;
  private final String advice;

  Resource(String words, String advice) {
    this.words = words;
    this.advice = advice;
  }

  /** What the time went to. */
  public String words() {
    return words;
  }

  /** What to change, and what not. */
  public String advice() {
    return advice;
  }
}
