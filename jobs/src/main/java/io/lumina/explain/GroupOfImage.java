package io.lumina.explain;

import java.util.Optional;

/**
 * The group that an image is in.
 *
 * @param groupId of the group
 * @param kind exact or near
 * @param files of the group
 * @param runId the run that last changed it
 * @param primary the image to keep
 * @param relation of the image to the primary
 * @param distance difference-hash bits to the primary
 * @param explanation in one sentence
 */
record GroupOfImage(
    String groupId,
    String kind,
    int files,
    String runId,
    Optional<ImageFacts> primary,
    String relation,
    int distance,
    String explanation) {

  /** Value of the relation: the file to keep. */
  static final String PRIMARY = "primary";

  boolean isPrimary() {
    return PRIMARY.equals(relation);
  }

  /** The name of the primary's file. */
  String primaryName() {
    return primary.map(ImageFacts::name).orElse("a file that is gone");
  }
}
