package io.lumina.score;

import java.util.Map;

/**
 * One record of a truth file.
 *
 * @param number of the line on which it begins, from 1
 * @param values by column
 */
record TruthLine(int number, Map<String, String> values) {

  /** The field of a column; empty where the file has no such column. */
  String get(String column) {
    return values.getOrDefault(column, "");
  }
}
