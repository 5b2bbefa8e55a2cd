package io.lumina.report.page;

import io.lumina.text.Quantity;

/** Says how much of a list is not on the page, and how to see it all. */
final class Footnote {
  private Footnote() {}

  /**
   * Writes nothing when all is shown.
   *
   * @param hidden how many are left out
   * @param what they are, such as "group", in the singular and the plural
   * @param order which ones are shown, such as "the ones that free most bytes come first"
   * @param command what lists them all
   */
  static void write(Html html, long hidden, String one, String many, String order, String command) {
    if (hidden <= 0) {
      return;
    }
    html.line().open("div", "class", "footnote");
    html.leaf(
        "p",
        "",
        Quantity.of(hidden, one + " is", many + " are")
            + " not shown on this page; "
            + order
            + ". This lists them all:");
    html.open("pre", "tabindex", "0").leaf("code", "", command).close("pre");
    html.close("div");
  }
}
