package io.lumina.report.page;

import io.lumina.report.model.Gallery;
import io.lumina.report.model.ReportModel;
import io.lumina.report.model.Variants;
import io.lumina.report.model.Variants.Family;
import io.lumina.text.Quantity;
import java.util.List;
import java.util.Locale;

/** Pictures that show the same, changed: side by side, nothing to decide. */
final class VariantsSection {
  /** Pictures that lie open; a click opens the rest. */
  private static final int OPEN = 6;

  private final Html html;
  private final Gallery gallery;
  private final ReportModel model;

  VariantsSection(Html html, Gallery gallery, ReportModel model) {
    this.html = html;
    this.gallery = gallery;
    this.model = model;
  }

  /** Writes nothing where there is none. */
  void write() {
    Variants variants = model.variants();
    if (variants.pairs() == 0) {
      return;
    }
    List<Family> shown = variants.shown();
    html.line().open("section", "aria-labelledby", "variants");
    html.open("h2", "id", "variants").text("Variants").close("h2");
    html.leaf(
        "p",
        "",
        Quantity.of(variants.pairs(), "pair shows", "pairs show")
            + " the same picture, changed on purpose. They are no duplicates: none of them is in a"
            + " group for it, and none counts as bytes that can be freed.");
    shown.stream().limit(OPEN).forEach(this::family);
    if (shown.size() > OPEN) {
      html.open("details", "class", "rest");
      html.leaf(
          "summary",
          "",
          "Show " + Quantity.of(shown.size() - OPEN, "more picture", "more pictures"));
      shown.stream().skip(OPEN).forEach(this::family);
      html.close("details");
    }
    Footnote.write(
        html,
        variants.pairs() - variants.shownPairs(),
        "pair",
        "pairs",
        "the pictures that have most variants are above",
        new CatalogSql(model.heading().catalogId()).variants());
    html.close("section");
  }

  private void family(Family family) {
    html.line().open("article", "class", "group");
    html.open("ul", "class", "cards");
    PictureCard card = new PictureCard(html, gallery);
    card.write(family.picture(), "frame", "", "");
    family
        .variants()
        .forEach(
            variant ->
                card.write(
                    variant.picture(), "plain", badge(variant.kind()), variant.explanation()));
    html.close("ul");
    html.close("article");
  }

  private static String badge(String kind) {
    return kind.isEmpty() ? "" : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
  }
}
