package io.lumina.report.page;

import io.lumina.report.model.Thumbnail;
import io.lumina.text.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes HTML in which data can be nothing but text: each value is escaped, elements and attributes
 * come from short lists without anything that runs, loads or submits, and what is opened must be
 * closed in order.
 */
final class Html {
  private static final Set<String> ELEMENTS =
      words(
          "html head title body header main nav section article footer h1 h2 h3 p ul ol li dl dt"
              + " dd",
          "div span bdi code pre table thead tbody tr th td details summary time progress a strong",
          "small");
  private static final Set<String> VOID_ELEMENTS = Set.of("meta");
  private static final Set<String> ATTRIBUTES =
      words(
          "class id lang dir title datetime value max scope role open tabindex name content"
              + " charset",
          "aria-label aria-labelledby http-equiv href");
  private static final Pattern LOCAL_LINK = Pattern.compile("#[a-z][a-z0-9-]*");
  private static final String STYLESHEET = "report.css";

  private final Appendable out;
  private final Deque<String> path = new ArrayDeque<>();

  /** Writes to {@code out}, which the caller closes; its errors arrive as UncheckedIOException. */
  Html(Appendable out) {
    this.out = out;
    raw("<!DOCTYPE html>\n");
  }

  /** Starts an element; attributes are name and value in turn. */
  Html open(String element, String... attributes) {
    require(ELEMENTS.contains(element), "element " + element);
    tag(element, attributes);
    path.push(element);
    return this;
  }

  /** An element that has no content. */
  Html empty(String element, String... attributes) {
    require(VOID_ELEMENTS.contains(element), "empty element " + element);
    tag(element, attributes);
    return this;
  }

  /** Ends the element that was opened last, which must be this one. */
  Html close(String element) {
    if (!element.equals(path.peek())) {
      throw new IllegalStateException("Closing " + element + " inside " + path);
    }
    path.pop();
    raw("</" + element + ">");
    return this;
  }

  /** Text; what cannot be seen is shown by its number in a box. */
  Html text(String text) {
    boolean boxes = !path.contains("title");
    text.codePoints()
        .forEach(
            codePoint -> {
              if (VisibleText.hidden(codePoint) && boxes) {
                raw("<span class=\"code-point\">" + VisibleText.name(codePoint) + "</span>");
              } else {
                escaped(codePoint);
              }
            });
    return this;
  }

  /** An element that holds text only. */
  Html leaf(String element, String classes, String text) {
    return (classes.isEmpty() ? open(element) : open(element, "class", classes))
        .text(text)
        .close(element);
  }

  /**
   * A path, from left to right, each of its parts in the direction of its own script. Without this
   * a Hebrew folder turns the order of the folders around.
   */
  Html path(String path) {
    open("bdi", "dir", "ltr", "class", "path");
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      part(path.substring(from, slash)).text("/");
      from = slash + 1;
    }
    return part(path.substring(from)).close("bdi");
  }

  private Html part(String name) {
    return name.isEmpty() ? this : open("bdi").text(name).close("bdi");
  }

  /** A small picture; {@code alternative} says what it shows. */
  Html image(Thumbnail.Small small, String alternative) {
    raw("<img src=\"" + small.dataUri() + "\" width=\"" + small.width() + "\" height=\"");
    raw(small.height() + "\" alt=\"");
    value(alternative);
    raw("\">");
    return this;
  }

  /** The style sheet of the page, the only text that is not escaped: it is part of the program. */
  Html stylesheet() {
    try (InputStream css = Html.class.getResourceAsStream(STYLESHEET)) {
      raw("<style>\n" + new String(css.readAllBytes(), StandardCharsets.UTF_8) + "</style>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Line break in the source, for people who read it. */
  Html line() {
    raw("\n");
    return this;
  }

  /** Checks that everything is closed. */
  void end() {
    if (!path.isEmpty()) {
      throw new IllegalStateException("Not closed: " + path);
    }
    raw("\n");
  }

  private void tag(String element, String... attributes) {
    raw("<" + element);
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      require(ATTRIBUTES.contains(name), "attribute " + name);
      require(
          !name.equals("href") || LOCAL_LINK.matcher(attributes[i + 1]).matches(),
          "link that leaves the page");
      raw(" " + name + "=\"");
      value(attributes[i + 1]);
      raw("\"");
    }
    raw(">");
  }

  private void value(String text) {
    text.codePoints().forEach(this::escaped);
  }

  private void escaped(int codePoint) {
    switch (codePoint) {
      case '&' -> raw("&amp;");
      case '<' -> raw("&lt;");
      case '>' -> raw("&gt;");
      case '"' -> raw("&quot;");
      case '\'' -> raw("&#39;");
      default ->
          raw(
              VisibleText.hidden(codePoint)
                  ? "[" + VisibleText.name(codePoint) + "]"
                  : Character.toString(codePoint));
    }
  }

  private void raw(String markup) {
    try {
      out.append(markup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalArgumentException("A report has no " + what);
    }
  }

  private static Set<String> words(String... lines) {
    return Set.of(String.join(" ", lines).split(" "));
  }
}
