package io.lumina.image.child;

import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.Hindrance;
import java.util.Optional;

/** Why a {@link DecoderChild} gave no answer: damage of the file, or what hindered us. */
final class ChildFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Corruption> corruption;
  private final transient Optional<Hindrance> hindrance;

  ChildFailure(Hindrance hindrance) {
    super(hindrance.detail());
    this.corruption = Optional.empty();
    this.hindrance = Optional.of(hindrance);
  }

  /** Severe damage. */
  ChildFailure(String reason, String detail) {
    super(detail);
    this.corruption = Optional.of(new Corruption(Corruption.Severity.SEVERE, reason, detail));
    this.hindrance = Optional.empty();
  }

  Optional<Corruption> corruption() {
    return corruption;
  }

  Optional<Hindrance> hindrance() {
    return hindrance;
  }
}
