package io.lumina.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a backup line by line. */
final class BackupReader {
  static final String END = "end";
  private static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private BackupReader() {}

  /** Is told each line between the first and the last. */
  @FunctionalInterface
  interface Lines {
    /** Takes one line of JSON, without its end. */
    void take(String line) throws IOException;

    /** Wants none. */
    static Lines none() {
      return line -> {};
    }
  }

  /**
   * Reads all of a file.
   *
   * @throws DamagedBackupException when it is cut, changed, or no backup at all; only after the
   *     lines were told
   */
  static BackupSummary read(InputStream file, Lines lines) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      String database = header(reader.readLine());
      MessageDigest digest = BackupWriter.sha256();
      String line = reader.readLine();
      for (String next = reader.readLine(); next != null; next = reader.readLine()) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        lines.take(line);
        line = next;
      }
      return end(line, database, HexFormat.of().formatHex(digest.digest()));
    } catch (EOFException | ZipException | JsonProcessingException broken) {
      throw new DamagedBackupException("it is cut off, or no gzip of JSON lines", broken);
    }
  }

  private static String header(String line) throws IOException {
    JsonNode header = JSON.readTree(line == null ? "" : line);
    if (!"decisions".equals(header.path("lumina").asText())) {
      throw new DamagedBackupException("its first line is not that of a backup");
    }
    int version = header.path("version").asInt();
    if (version > VERSION) {
      throw new DamagedBackupException(
          "a newer Lumina wrote it (form " + version + ", this one reads " + VERSION + ")");
    }
    return header.path("database").asText();
  }

  private static BackupSummary end(String line, String database, String sha256) throws IOException {
    JsonNode end = JSON.readTree(line == null ? "" : line);
    if (!END.equals(end.path("kind").asText())) {
      throw new DamagedBackupException("its last line is missing");
    }
    if (!sha256.equals(end.path("sha256").asText())) {
      throw new DamagedBackupException("its lines were changed: their SHA-256 is " + sha256);
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    JsonNode lines = end.path("lines");
    lines.fieldNames().forEachRemaining(kind -> counts.put(kind, lines.path(kind).asLong()));
    return new BackupSummary(database, sha256, counts);
  }
}
