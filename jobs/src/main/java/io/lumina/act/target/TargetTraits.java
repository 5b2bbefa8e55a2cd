package io.lumina.act.target;

import java.io.Serializable;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a target can hold, as it was tried out there.
 *
 * @param foldsCase whether {@code A} and {@code a} are one file
 * @param foldsUnicode whether a letter with its mark is one file, written in one code point or two
 * @param longestName in bytes of UTF-8, at most 255
 * @param hardLinks whether a file can have two names: then a rename that replaces nothing is sure
 * @param atomicMove whether a rename is one step
 * @param timeStep how finely a modification time is kept
 * @param permissions whether those of POSIX are kept
 * @param attributes whether extended attributes of users are kept
 * @param freeBytes that this process may write
 */
public record TargetTraits(
    boolean foldsCase,
    boolean foldsUnicode,
    int longestName,
    boolean hardLinks,
    boolean atomicMove,
    Duration timeStep,
    boolean permissions,
    boolean attributes,
    long freeBytes)
    implements Serializable {

  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  public TargetTraits {
    Objects.requireNonNull(timeStep, "timeStep");
    if (longestName <= 0 || timeStep.isNegative() || timeStep.isZero() || freeBytes < 0) {
      throw new IllegalArgumentException(
          "no traits: names of %d bytes, times of %s, %d bytes free"
              .formatted(longestName, timeStep, freeBytes));
    }
  }

  /** The same for all paths that are one file there. */
  public String folded(String relativePath) {
    if (!foldsCase) {
      return foldsUnicode ? Normalizer.normalize(relativePath, Normalizer.Form.NFC) : relativePath;
    }
    // File systems that fold case fold all of it, the sharp s and marks too, and pass by joiners.
    String plain = Normalizer.normalize(relativePath, Normalizer.Form.NFD);
    StringBuilder seen = new StringBuilder(plain.length());
    plain.codePoints().filter(TargetTraits::isSeen).forEach(seen::appendCodePoint);
    String lower = seen.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  private static boolean isSeen(int point) {
    boolean variation = point >= 0xFE00 && point <= 0xFE0F;
    return !variation && Character.getType(point) != Character.FORMAT;
  }

  /** What files lose there, in sentences for people; empty for a target that holds everything. */
  public List<String> losses() {
    List<String> losses = new ArrayList<>();
    if (timeStep.compareTo(MICROSECOND) > 0) {
      losses.add("modification times are kept in steps of " + spoken(timeStep) + " only");
    }
    if (!permissions) {
      losses.add("permissions are not kept");
    }
    if (!attributes) {
      losses.add("extended attributes are not kept");
    }
    if (!hardLinks) {
      losses.add("it has no hard links, so that nothing is replaced rests on looking first");
    }
    if (!atomicMove) {
      losses.add("a rename is not one step there");
    }
    return List.copyOf(losses);
  }

  private static String spoken(Duration step) {
    long millis = step.toMillis();
    if (millis >= 1_000) {
      return millis / 1_000 + " s";
    }
    return millis >= 1 ? millis + " ms" : step.toNanos() + " ns";
  }
}
