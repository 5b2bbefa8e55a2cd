package io.lumina.duplicates;

import io.lumina.table.ImagesView;
import java.util.Locale;

/** A 64-bit hash that candidates are searched by. */
public enum HashFamily {
  DHASH(ImagesView.DHASH),
  AHASH(ImagesView.AHASH),
  WHASH(ImagesView.WHASH);

  private final String column;

  HashFamily(String column) {
    this.column = column;
  }

  /** Its column in {@link ImagesView}. */
  public String column() {
    return column;
  }

  /** The name in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
