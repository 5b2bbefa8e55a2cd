package io.lumina.report.page;

import io.lumina.report.model.Gallery;
import io.lumina.report.model.ReportModel;

/**
 * A report as one HTML file that needs nothing else: no script, no font, no picture from elsewhere.
 * A content security policy in the page forbids them, should a name ever get through.
 */
public final class HtmlReport {
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
          + "base-uri 'none'; form-action 'none'";

  private HtmlReport() {}

  /**
   * Writes the page.
   *
   * @param gallery where the small pictures come from
   * @param out UTF-8, not closed here
   * @throws java.io.UncheckedIOException when {@code out} fails
   */
  public static void render(ReportModel model, Gallery gallery, Appendable out) {
    Html html = new Html(out);
    html.open("html", "lang", "en").line().open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.leaf("title", "", model.heading().catalogName() + " – Lumina report");
    html.stylesheet().close("head").line().open("body").open("main");
    new OverviewSection(html, model).write();
    new DuplicatesSection(html, gallery, model).write();
    new VariantsSection(html, gallery, model).write();
    new BurstsSection(html, gallery, model).write();
    new FilesSection(html, model).write();
    new StepsSection(html, model).write();
    html.line().open("footer");
    html.leaf(
        "p",
        "",
        "This file holds everything that it shows and loads nothing. Grey pictures come from the"
            + " stored 64×64 preview. Lumina never changes a source folder on its own.");
    html.close("footer").close("main").close("body").close("html");
    html.end();
  }

  /** The page as text, for small reports. */
  public static String render(ReportModel model, Gallery gallery) {
    StringBuilder page = new StringBuilder();
    render(model, gallery, page);
    return page.toString();
  }
}
