package io.lumina.report.model;

/**
 * How the files differ from those of the run before.
 *
 * @param added found for the first time
 * @param changed other size or time than before
 * @param moved the same content at another place
 * @param missing gone since the last run
 * @param back missing before, here again
 * @param unchanged as they were
 */
public record Changes(
    long added, long changed, long moved, long missing, long back, long unchanged) {

  /** True when nothing was known before. */
  public boolean first() {
    return changed + moved + missing + back + unchanged == 0;
  }
}
