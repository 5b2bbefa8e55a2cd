package io.lumina.run;

import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.store.TableMarks;
import java.util.List;

/** What a step does, and what its answer depends on beside the tables that it reads. */
interface StepWork {

  /** As text: a step that reads the same tables with the same settings gives the same answer. */
  default String settings() {
    return "";
  }

  /**
   * Runs the job.
   *
   * @param read the versions of the tables that it reads
   * @param before what the steps before it did in this run
   */
  JobReport run(TableMarks read, JobContext job, List<StepOutcome> before);
}
