package io.lumina.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Writes JSON for the ledger and for programs. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** On several lines, the last one ended. */
  public static String pretty(Map<String, ?> values) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(values) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of plain values has a JSON form", e);
    }
  }

  /** On one line. */
  public static String of(Map<String, ?> values) {
    try {
      return MAPPER.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of plain values has a JSON form", e);
    }
  }
}
