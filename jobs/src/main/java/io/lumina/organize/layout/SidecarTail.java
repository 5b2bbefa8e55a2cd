package io.lumina.organize.layout;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind the stem of a picture in the name of its sidecar, so that the two still belong
 * together when the picture is called otherwise.
 */
final class SidecarTail {
  /** A longer one is no spelling that any program writes. */
  private static final int LONGEST = 48;

  private static final Pattern NUMBERED = Pattern.compile("(.*)(\\(\\d+\\))", Pattern.DOTALL);

  private SidecarTail() {}

  /**
   * Behind the stem of the picture's new name. A name that says nothing of the picture's becomes
   * {@code NAME.EXT.xmp}, which every reader understands; empty for one without an extension.
   *
   * @param pictureTail extension of the picture at its target, with its dot
   */
  static Optional<String> of(String sidecar, String picture, String pictureTail) {
    String extension = FileName.of(sidecar).tail();
    if (extension.isEmpty()) {
      return Optional.empty();
    }
    String own = Normalizer.normalize(sidecar, Normalizer.Form.NFC);
    FileName parts = FileName.of(Normalizer.normalize(picture, Normalizer.Form.NFC));
    return behind(own, parts.stem() + parts.tail())
        .or(() -> behindNumbered(own, parts))
        .map(rest -> pictureTail + rest)
        .or(() -> behind(own, parts.stem()))
        .map(CleanName::value)
        .filter(tail -> CleanName.bytes(tail) <= LONGEST)
        .or(() -> Optional.of(pictureTail + extension));
  }

  /** {@code IMG.jpg.meta(1).json} speaks of {@code IMG(1).jpg}: the number moves. */
  private static Optional<String> behindNumbered(String sidecar, FileName picture) {
    Matcher numbered = NUMBERED.matcher(picture.stem());
    if (!numbered.matches()) {
      return Optional.empty();
    }
    String number = numbered.group(2);
    return behind(sidecar, numbered.group(1) + picture.tail())
        .filter(rest -> FileName.of("x" + rest).stem().endsWith(number))
        .map(rest -> rest.replace(number + ".", "."));
  }

  /** What follows these letters, if another letter or digit does not. */
  private static Optional<String> behind(String text, String front) {
    int end = front.length();
    return text.regionMatches(true, 0, front, 0, end)
            && end < text.length()
            && !Character.isLetterOrDigit(text.codePointAt(end))
        ? Optional.of(text.substring(end))
        : Optional.empty();
  }
}
