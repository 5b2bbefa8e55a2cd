package io.lumina.meta.sidecar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a picture that somebody edited: Google writes a word of the account's language behind
 * the name of the original, as in {@code kitchen-bearbeitet.jpg}, perhaps cut.
 */
final class EditedName {
  /** Words that stand for themselves, where the original is not there to show what they are. */
  static final List<String> WORDS =
      List.of(
          "edited",
          "bearbeitet",
          "modifié",
          "ha editado",
          "editado",
          "modificato",
          "bewerkt",
          "editat",
          "edytowane",
          "編集済み");

  /** Letters of any language; digits would be another picture of a series. */
  private static final String WORD = "\\p{L}[\\p{L}\\p{M}' ]{0,24}";

  private static final Pattern EDITED = Pattern.compile("(.+)-" + WORD, Pattern.DOTALL);

  private static final Pattern MORE = Pattern.compile("-(" + WORD + ")?");

  private EditedName() {}

  /** The stem of the original that a stem would be of, were it that of an edited picture. */
  static Optional<String> original(String stem) {
    if (stem.indexOf('-') < 0) {
      return Optional.empty();
    }
    Matcher edited = EDITED.matcher(Spelling.composed(stem));
    return edited.matches() ? Optional.of(edited.group(1)) : Optional.empty();
  }

  /** Whether a stem is another one and such a word, perhaps cut. */
  static boolean isOf(String stem, String original) {
    return stem.startsWith(original) && MORE.matcher(stem.substring(original.length())).matches();
  }
}
