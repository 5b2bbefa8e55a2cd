package io.lumina.report.model;

/** Where a page gets its small pictures from. */
public interface Gallery {

  /** The small picture of a file; never null and never an exception. */
  Thumbnail of(Picture picture);
}
