package io.lumina.meta.date;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;

/** How much of a wall clock is known. */
public enum DatePrecision {
  YEAR,
  MONTH,
  DAY,
  /** An hour and a minute at least. */
  TIME;

  /** ISO 8601, cut where nothing more is known: {@code 1974}, {@code 1974-07}. */
  public String text(LocalDateTime local) {
    return switch (this) {
      case YEAR -> "%04d".formatted(local.getYear());
      case MONTH -> YearMonth.from(local).toString();
      case DAY -> local.toLocalDate().toString();
      case TIME -> local.toString();
    };
  }

  /** The precision of such a text. */
  public static DatePrecision of(String text) {
    return switch (text.split("(?<=\\d)[-T]", 4).length) {
      case 1 -> YEAR;
      case 2 -> MONTH;
      case 3 -> DAY;
      default -> TIME;
    };
  }

  /** The beginning of what such a text names. */
  public static LocalDateTime start(String text) {
    return switch (of(text)) {
      case YEAR -> LocalDate.parse(text + "-01-01").atStartOfDay();
      case MONTH -> LocalDate.parse(text + "-01").atStartOfDay();
      case DAY -> LocalDate.parse(text).atStartOfDay();
      case TIME -> LocalDateTime.parse(text);
    };
  }

  /** The first moment behind the period that begins at {@code start}; of a time its second. */
  LocalDateTime end(LocalDateTime start) {
    return switch (this) {
      case YEAR -> start.plusYears(1);
      case MONTH -> start.plusMonths(1);
      case DAY -> start.plusDays(1);
      case TIME -> start.plusSeconds(1);
    };
  }
}
