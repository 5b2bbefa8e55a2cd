package io.lumina.organize.layout;

import java.util.Arrays;
import java.util.Optional;

/** Layouts by name: our own, and those in which libraries of other programs lie. */
public enum Strategy {
  DATE("date", "{yyyy}/{yyyy-MM-dd}/{name}"),
  FLAT("flat", "{name}"),
  CAS("cas", "{sha256:1-2}/{sha256:3-4}/{sha256:5-6}/{sha256}.{ext}"),
  /** The text is given by who asks. */
  TEMPLATE("template", ""),
  LUMINA("lumina", "{yyyy}/{MM-dd}/{HHmmss}_{sha8}.{ext}"),
  PHOTO_PROCESSOR("photo-processor", "originals/{yyyy}/{MM}/{sha256}_{name}"),
  LUMILIO_DATE("lumilio-date", "inbox/{yyyy}/{MM}/{name}"),
  LUMILIO_CAS("lumilio-cas", "inbox/" + CAS.template);

  private final String word;
  private final String template;

  Strategy(String word, String template) {
    this.word = word;
    this.template = template;
  }

  /** As it is written on the command line. */
  public String word() {
    return word;
  }

  /** Its template; none where it has to be given. */
  public Optional<String> template() {
    return Optional.of(template).filter(text -> !text.isEmpty());
  }

  /** A content has one address there, however its file was spelled. */
  boolean addressesContent() {
    return this == CAS || this == LUMILIO_CAS;
  }

  static Optional<Strategy> named(String word) {
    return Arrays.stream(values()).filter(strategy -> strategy.word.equals(word)).findFirst();
  }
}
