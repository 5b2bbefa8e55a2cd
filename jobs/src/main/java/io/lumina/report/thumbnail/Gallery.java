package io.lumina.report.thumbnail;

import io.lumina.report.model.Picture;
import io.lumina.report.model.Thumbnail;

/** Where a page gets its small pictures from. */
public interface Gallery {

  /** The small picture of a file; never null and never an exception. */
  Thumbnail of(Picture picture);
}
