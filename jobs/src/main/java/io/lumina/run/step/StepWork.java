package io.lumina.run.step;

import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.store.TableMarks;
import java.util.List;

/** What a step does. */
public interface StepWork {

  /**
   * Runs the job.
   *
   * @param read the versions of the tables that it reads
   * @param before what the steps before it did in this run
   */
  JobReport run(TableMarks read, JobContext job, List<StepOutcome> before);
}
