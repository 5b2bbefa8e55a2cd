package io.lumina.publish;

import java.util.Locale;

/** What a publication counts; rows are those of the tables around the images. */
public enum MergeCount {
  IMAGES_INSERTED,
  IMAGES_UPDATED,
  IMAGES_UNCHANGED,
  IMAGES_LOST,
  IMAGES_ADOPTED,
  IMAGES_SUPERSEDED,
  STATUSES_RETURNED,
  GROUPS_INSERTED,
  GROUPS_UPDATED,
  GROUPS_DELETED,
  ROWS_INSERTED,
  ROWS_UPDATED,
  ROWS_DELETED;

  /** The name in a report, such as images_inserted. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
