package io.lumina.notebook;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Zeppelin's dynamic forms, as far as the notes use them: {@code ${name=default}} is a text field,
 * {@code ${name=default,one(shown)|other}} a choice; with {@code $$} it belongs to the whole note.
 * Source: Zeppelin 0.11 manual, "What is Dynamic Form?".
 */
final class DynamicForms {
  private static final Pattern FORM = Pattern.compile("(\\$?)\\$\\{([^=}]*)=([^}]*)\\}");

  private DynamicForms() {}

  /** The forms of a text, as often as they stand in it. */
  static List<Form> of(String text) {
    return FORM.matcher(text).results().map(DynamicForms::form).toList();
  }

  /** The text with each form replaced by what a person gave, or by its default. */
  static String filled(String text, Map<String, String> given) {
    return FORM.matcher(text)
        .replaceAll(
            match -> {
              Form form = form(match);
              return Matcher.quoteReplacement(given.getOrDefault(form.name(), form.defaultValue()));
            });
  }

  private static Form form(MatchResult match) {
    return new Form(match.group(2), match.group(3), !match.group(1).isEmpty());
  }

  /**
   * A form.
   *
   * @param name what a person sees before the field
   * @param values the default, and after a comma what one may choose
   * @param ofNote shared by all paragraphs
   */
  record Form(String name, String values, boolean ofNote) {
    String defaultValue() {
      return values.split(",", 2)[0];
    }
  }
}
