package io.lumina.meta.sidecar;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How far two spellings of one file name are apart. People read a name the same whatever its case,
 * and whether its letters are composed (NFC) or decomposed (NFD, as Macs write them).
 */
final class Spelling {
  private static final int FIRST_THAT_IS_COMPOSED = 0xc0;

  private Spelling() {}

  /** Equal for names that people read the same. */
  static String key(String name) {
    return composed(composed(name).toLowerCase(Locale.ROOT));
  }

  static String composed(String name) {
    // Most names need no look into the tables of Unicode.
    return name.chars().allMatch(letter -> letter < FIRST_THAT_IS_COMPOSED)
        ? name
        : Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** Those of the names that are spelled most like the one that is wanted; all have its key. */
  static List<String> nearest(String wanted, Collection<String> names) {
    List<String> nearest = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (String name : names) {
      int distance = distance(wanted, name);
      if (distance < least) {
        nearest.clear();
        least = distance;
      }
      if (distance == least) {
        nearest.add(name);
      }
    }
    return nearest;
  }

  /** A letter of another case weighs more than all of another form. */
  private static int distance(String wanted, String name) {
    String one = composed(wanted);
    String other = composed(name);
    int shorter = Math.min(one.length(), other.length());
    int letters = Math.max(one.length(), other.length()) - shorter;
    for (int at = 0; at < shorter; at++) {
      letters += one.charAt(at) == other.charAt(at) ? 0 : 1;
    }
    return 2 * letters + (wanted.equals(name) ? 0 : 1);
  }
}
