package io.lumina.act.file;

/** What a line of a journal says of an operation. */
public enum Mark {
  /** Its unit is under way: the target was free, the source as planned. */
  BEGUN(false),
  /** The target is there, whole and on the disk; the source of a move may go. */
  PLACED(false),
  /** Done; there is an undo. */
  DONE(true),
  /** Nothing was to do: it was so already. */
  SKIPPED(true),
  /** Not done, and nothing is left of it; another apply tries again. */
  FAILED(false),
  /** Begun and given up before its end: it is as it was. */
  BACKED_OUT(false),
  /** The undo is under way. */
  UNDOING(true),
  /** It is back where it was, and the undo may forget where it came from. */
  REPLACED(true),
  /** As before the plan. */
  UNDONE(true),
  /** The undo was refused: it stays done. */
  UNDO_FAILED(true);

  private final boolean isEnd;

  Mark(boolean isEnd) {
    this.isEnd = isEnd;
  }

  /** Whether an apply has nothing more to do with it. */
  public boolean isEnd() {
    return isEnd;
  }

  /** Whether something lies on the disk that an undo may take back. */
  public boolean isUndoable() {
    return this == DONE || this == UNDOING || this == REPLACED || this == UNDO_FAILED;
  }
}
