package io.lumina.image.reading;

/**
 * The fixed set of reason codes of {@link Corruption}, of {@link Hindrance} and of the issues of
 * this package.
 */
public final class CorruptionReason {
  /** The file has no bytes. Severe. */
  public static final String EMPTY_FILE = "empty_file";

  /** The first bytes belong to no known format. Severe. */
  public static final String UNKNOWN_FORMAT = "unknown_format";

  /** The right first bytes, but the header gives no picture. Severe. */
  public static final String BROKEN_HEADER = "broken_header";

  /** Hindrance: more pixels than the limit; nothing was decoded. */
  public static final String TOO_MANY_PIXELS = "too_many_pixels";

  /** Hindrance: more scans in a JPEG than the limit; nothing was decoded. */
  public static final String TOO_MANY_SCANS = "too_many_scans";

  /** Hindrance: the decode would need more memory than the limit. */
  public static final String DECODE_TOO_LARGE = "decode_too_large";

  /** The decoder gave no picture. Severe. */
  public static final String UNDECODABLE = "undecodable";

  /** Hindrance: memory ran out. */
  public static final String OUT_OF_MEMORY = "out_of_memory";

  /** Hindrance: something else ended the decoder's process, such as a machine short of memory. */
  public static final String DECODER_KILLED = "decoder_killed";

  /** Hindrance: more bytes than are read into memory. */
  public static final String TOO_MANY_BYTES = "too_many_bytes";

  /** Hindrance: a mistake of ours. */
  public static final String ANALYSIS_FAILED = "analysis_failed";

  /** The decoder's process ended on this file by a mistake of its own. Severe. */
  public static final String DECODER_CRASHED = "decoder_crashed";

  /** Hindrance: it took longer than the limit. */
  public static final String TIME_LIMIT = "time_limit";

  /** Hindrance: the decoder's process cannot be started on this machine. */
  public static final String DECODER_UNAVAILABLE = "decoder_unavailable";

  /** The file ends early. Minor while a picture is decoded. */
  public static final String TRUNCATED = "truncated";

  /** Picture data are zeros where they cannot be, such as lost disk blocks. Moderate. */
  public static final String ZERO_FILLED = "zero_filled";

  /** Segments, chunks, blocks or boxes do not follow one another as they must. */
  public static final String BROKEN_STRUCTURE = "broken_structure";

  /** Code tables that no encoder writes. Moderate. */
  public static final String BROKEN_TABLE = "broken_table";

  /** A stored checksum does not match. */
  public static final String BAD_CHECKSUM = "bad_checksum";

  /** The compressed picture data do not hold what the header says. Moderate. */
  public static final String BROKEN_STREAM = "broken_stream";

  /** A header field has a value that the format forbids; the picture still decodes. Minor. */
  public static final String BAD_FIELD = "bad_field";

  /** Embedded metadata is damaged; the picture is whole. Minor. */
  public static final String BROKEN_METADATA = "broken_metadata";

  /** Hindrance: no decoder of this format is on this machine. */
  public static final String FORMAT_NOT_DECODED = "format_not_decoded";

  /** Issue: a RAW file holds no preview that is good enough. */
  public static final String NO_PREVIEW = "no_preview";

  private CorruptionReason() {}
}
