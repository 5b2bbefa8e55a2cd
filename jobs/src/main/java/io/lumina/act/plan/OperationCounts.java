package io.lumina.act.plan;

/**
 * How many operations of a plan are in which state.
 *
 * @param planned to be carried out
 * @param done carried out
 * @param skipped with nothing to do
 * @param failed not carried out
 * @param undone taken back
 * @param conflicts that speak against operations, which are not carried out
 * @param bytes of all files that are planned or done
 */
public record OperationCounts(
    long planned, long done, long skipped, long failed, long undone, long conflicts, long bytes) {

  /** How a plan stands whose operations are in these states. */
  public PlanState state() {
    if (done == 0 && undone > 0) {
      return PlanState.UNDONE;
    }
    return planned > 0 || failed > 0 || undone > 0 ? PlanState.PARTLY_APPLIED : PlanState.APPLIED;
  }
}
