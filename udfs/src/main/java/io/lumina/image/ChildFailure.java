package io.lumina.image;

/** Why a {@link DecoderChild} gave no answer: a reason code and a line for a person. */
final class ChildFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  ChildFailure(String reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
