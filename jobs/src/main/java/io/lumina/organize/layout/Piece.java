package io.lumina.organize.layout;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.List;

/** A part of one name in a template: text, or what stands in one pair of braces. */
sealed interface Piece extends Serializable {

  /** Text for a picture, not yet a clean name; empty where the template itself says nothing. */
  String of(UnitFile file, PictureFacts facts);

  /** Text that stands in the template as it is. */
  record Literal(String text) implements Piece {
    @Override
    public String of(UnitFile file, PictureFacts facts) {
      return text;
    }
  }

  /** A value of the picture or of its file. */
  record Value(Field field) implements Piece {
    @Override
    public String of(UnitFile file, PictureFacts facts) {
      return field
          .of(file, facts)
          .map(CleanName::value)
          .filter(text -> !text.isBlank())
          .orElse(field.absent());
    }
  }

  /** Some digits of the checksum, counted from 1, both ends included. */
  record Digits(int from, int to) implements Piece {
    @Override
    public String of(UnitFile file, PictureFacts facts) {
      return file.sha256().substring(from - 1, to);
    }
  }

  /** Parts of the wall clock with what stands between them. */
  record Clock(List<String> parts) implements Piece {
    private static final String UNDATED = "undated";

    public Clock {
      parts = List.copyOf(parts);
    }

    @Override
    public String of(UnitFile file, PictureFacts facts) {
      return facts.taken().map(this::at).orElse(UNDATED);
    }

    private String at(LocalDateTime taken) {
      StringBuilder out = new StringBuilder();
      parts.forEach(part -> out.append(part(part, taken)));
      return out.toString();
    }

    private static String part(String part, LocalDateTime taken) {
      return switch (part) {
        case "yyyy" -> padded(taken.getYear(), part);
        case "MM" -> padded(taken.getMonthValue(), part);
        case "dd" -> padded(taken.getDayOfMonth(), part);
        case "HH" -> padded(taken.getHour(), part);
        case "mm" -> padded(taken.getMinute(), part);
        case "ss" -> padded(taken.getSecond(), part);
        default -> part;
      };
    }

    private static String padded(int number, String part) {
      String digits = Integer.toString(number);
      return "0".repeat(Math.max(0, part.length() - digits.length())) + digits;
    }
  }
}
