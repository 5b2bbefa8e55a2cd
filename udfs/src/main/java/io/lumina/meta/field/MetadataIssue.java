package io.lumina.meta.field;

import java.util.Objects;

/**
 * Something odd that reading metadata met. The rest of the metadata is still good.
 *
 * @param code lower-case words joined by underscores, from a fixed set: {@code
 *     metadata_unreadable}, {@code metadata_error}, {@code metadata_truncated}, {@code
 *     metadata_bomb}, {@code bad_gps}, {@code bad_date}, {@code bad_rating}, {@code
 *     bad_orientation}, {@code bad_xmp}, {@code bad_sidecar}, {@code text_cut}
 * @param detail one line for a person, without control characters, at most 200 characters
 */
public record MetadataIssue(String code, String detail) {
  public MetadataIssue {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(detail, "detail");
  }
}
