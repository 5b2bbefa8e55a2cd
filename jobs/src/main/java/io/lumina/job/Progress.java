package io.lumina.job;

/** Tells how far a job is. Called from the driver, cheap, at any rate. */
public interface Progress {

  /** Nobody is told. */
  Progress SILENT =
      new Progress() {
        @Override
        public void total(long units) {}

        @Override
        public void current(long units) {}
      };

  /** What the job has to do, in units of its own (files, rows); 0 when nothing. */
  void total(long units);

  /** How much of it is done. */
  void current(long units);
}
