package io.lumina.act.file;

/** Whether operations are carried out or taken back: the same work, told apart in the journal. */
public enum Direction {
  FORWARD(Mark.BEGUN, Mark.PLACED, Mark.DONE, Mark.FAILED, Mark.BACKED_OUT),
  BACK(Mark.UNDOING, Mark.REPLACED, Mark.UNDONE, Mark.UNDO_FAILED, Mark.UNDO_FAILED);

  private final Mark begun;
  private final Mark placed;
  private final Mark done;
  private final Mark failed;
  private final Mark backedOut;

  Direction(Mark begun, Mark placed, Mark done, Mark failed, Mark backedOut) {
    this.begun = begun;
    this.placed = placed;
    this.done = done;
    this.failed = failed;
    this.backedOut = backedOut;
  }

  /** Whether the disk has to be asked how far an operation of this mark is. */
  boolean hasBegun(Mark mark) {
    return mark == begun || mark == placed || mark == done;
  }

  /** Whether an operation of this mark was begun and has not come to an end. */
  public boolean isUnderWay(Mark mark) {
    return mark == begun || mark == placed;
  }

  /** The other way. */
  public Direction opposite() {
    return this == FORWARD ? BACK : FORWARD;
  }

  Mark begun() {
    return begun;
  }

  Mark placed() {
    return placed;
  }

  Mark done() {
    return done;
  }

  Mark failed() {
    return failed;
  }

  Mark backedOut() {
    return backedOut;
  }
}
