package io.lumina.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.report.model.Thumbnail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTest {
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry(
              "\"><script>alert(1)</script>", "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
          Map.entry("x'); DROP TABLE images;--", "x&#39;); DROP TABLE images;--"),
          Map.entry("a & b &amp; c", "a &amp; b &amp;amp; c"),
          Map.entry("photo\u202Egpj.exe", "photo" + box("U+202E") + "gpj.exe"),
          Map.entry(
              "line\nbreak\r\t", "line" + box("U+000A") + "break" + box("U+000D") + box("U+0009")),
          Map.entry("nul\0", "nul" + box("U+0000")),
          Map.entry("half \uD83C of a pair", "half " + box("U+D83C") + " of a pair"),
          Map.entry("isolate\u2066\u2069", "isolate" + box("U+2066") + box("U+2069")),
          Map.entry(
              "in\u200Bvisible\uFEFF\u00AD",
              "in" + box("U+200B") + "visible" + box("U+FEFF") + box("U+00AD")),
          Map.entry("para\u2029graph\u0085", "para" + box("U+2029") + "graph" + box("U+0085")),
          Map.entry("nothing \uFFFF", "nothing " + box("U+FFFF")),
          Map.entry("ünï ☃ 🌹 👩\u200D👧", "ünï ☃ 🌹 👩\u200D👧"),
          Map.entry("e\u0301 and é stay apart", "e\u0301 and é stay apart"));

  @Test
  void text_is_escaped_and_what_cannot_be_seen_is_shown() {
    TEXTS.forEach(
        (text, shown) ->
            assertThat(written(html -> html.leaf("p", "", text)))
                .as(text)
                .isEqualTo("<p>" + shown + "</p>"));
  }

  @Test
  void attributes_are_escaped_and_name_what_cannot_be_seen() {
    assertThat(written(html -> html.open("p", "title", "a\"b'c<d>&\u202E\n").close("p")))
        .isEqualTo("<p title=\"a&quot;b&#39;c&lt;d&gt;&amp;[U+202E][U+000A]\"></p>");
  }

  @Test
  void a_picture_is_part_of_the_page_and_its_alternative_text_is_escaped() {
    Thumbnail.Small small = new Thumbnail.Small(new byte[] {1, 2, 3}, 4, 5, false);

    assertThat(written(html -> html.image(small, "\" onerror=\"x")))
        .isEqualTo(
            "<img src=\"data:image/jpeg;base64,AQID\" width=\"4\" height=\"5\""
                + " alt=\"&quot; onerror=&quot;x\">");
  }

  @Test
  void the_parts_of_a_path_keep_their_order_whatever_their_script() {
    assertThat(written(html -> html.path("/2014/שלום/x.jpg")))
        .isEqualTo(
            "<bdi dir=\"ltr\""
                + " class=\"path\">/<bdi>2014</bdi>/<bdi>שלום</bdi>/<bdi>x.jpg</bdi></bdi>");
  }

  @Test
  void what_runs_or_loads_or_leaves_the_page_cannot_be_written() {
    for (String element : List.of("script", "iframe", "object", "form", "link", "base", "svg")) {
      assertThatThrownBy(() -> written(html -> html.open(element)))
          .hasMessage("A report has no element " + element);
    }
    for (String attribute : List.of("onclick", "style", "src", "srcset", "action")) {
      assertThatThrownBy(() -> written(html -> html.open("p", attribute, "x")))
          .hasMessage("A report has no attribute " + attribute);
    }
    assertThatThrownBy(() -> written(html -> html.open("a", "href", "javascript:alert(1)")))
        .hasMessage("A report has no link that leaves the page");
  }

  @Test
  void elements_close_in_the_order_in_which_they_were_opened() {
    assertThatThrownBy(() -> written(html -> html.open("ul").open("li").close("ul")))
        .hasMessage("Closing ul inside [li, ul]");
    assertThatThrownBy(() -> new Html(new StringBuilder()).open("ul").end())
        .hasMessage("Not closed: [ul]");
  }

  private interface Content {
    void write(Html html);
  }

  private static String written(Content content) {
    StringBuilder page = new StringBuilder();
    content.write(new Html(page));
    return page.toString().replace("<!DOCTYPE html>\n", "");
  }

  private static String box(String name) {
    return "<span class=\"code-point\">" + name + "</span>";
  }
}
