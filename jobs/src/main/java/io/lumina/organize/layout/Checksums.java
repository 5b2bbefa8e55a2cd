package io.lumina.organize.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names that follow from contents, and so are the same in every run. */
final class Checksums {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final int EIGHT = 8;

  private Checksums() {}

  static String checked(String sha256) {
    if (!FORM.matcher(sha256).matches()) {
      throw new IllegalArgumentException("no SHA-256 of 64 hexadecimal digits: '" + sha256 + "'");
    }
    return sha256;
  }

  /** Enough of it to tell pictures of one name apart. */
  static String eight(String sha256) {
    return sha256.substring(0, EIGHT);
  }

  /** Eight digits that follow from all contents of a unit; another eight for each turn. */
  static String ofAll(List<UnitFile> files, int turn) {
    String all = files.stream().map(UnitFile::sha256).sorted().collect(Collectors.joining(" "));
    return eight(digest(all + "#" + turn));
  }

  /** Eight digits of one content; another eight for each turn. */
  static String again(String sha256, int turn) {
    return turn == 0 ? eight(sha256) : eight(digest(sha256 + "#" + turn));
  }

  static String uuid(String sha256) {
    return UUID.nameUUIDFromBytes(sha256.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
