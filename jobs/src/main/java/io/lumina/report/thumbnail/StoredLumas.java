package io.lumina.report.thumbnail;

import io.lumina.report.model.Picture;
import java.util.Collection;
import java.util.Map;

/** The grey values that analyze stored of pictures. */
public interface StoredLumas {

  /**
   * 64×64 grey values by image id, orientation applied; a picture that has none is left out.
   *
   * @param pictures as many as a report shows, never a catalog
   */
  Map<String, byte[]> of(Collection<Picture> pictures);
}
