package io.lumina.score;

import java.util.List;
import java.util.Optional;

/** A form in which labels are written down. */
interface TruthForm {

  /**
   * The labels of a file.
   *
   * @param name of the file, for messages
   */
  Truth truth(String name, List<TruthLine> lines);

  /** The form that has these columns. */
  static Optional<TruthForm> of(List<String> header) {
    if (header.containsAll(SampleForm.COLUMNS)) {
      return Optional.of(new SampleForm());
    }
    return header.containsAll(LibraryForm.COLUMNS)
        ? Optional.of(new LibraryForm())
        : Optional.empty();
  }
}
