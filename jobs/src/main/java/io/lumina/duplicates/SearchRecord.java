package io.lumina.duplicates;

/** Layout of what the search ships: a hash alone, or hash, id and evidence. */
final class SearchRecord {
  /** Offset of the node's id. */
  static final int ID = 1;

  /** Offset of the evidence. */
  static final int EVIDENCE = 2;

  private SearchRecord() {}

  /** Longs of a record. Where nothing must be confirmed the hash names the node. */
  static int width(AcceptRule rule) {
    return rule.needsEvidence() ? EVIDENCE + Evidence.WORDS : 1;
  }
}
