package io.lumina.report.page;

import io.lumina.report.model.Tally;
import io.lumina.report.model.UnseenFiles;
import io.lumina.report.model.UnseenFiles.UnseenFile;
import io.lumina.text.Quantity;

/** Files at which nobody could look, and what would change that. */
final class UnseenSection {
  private final Html html;
  private final UnseenFiles unseen;
  private final CatalogSql sql;

  UnseenSection(Html html, UnseenFiles unseen, CatalogSql sql) {
    this.html = html;
    this.unseen = unseen;
    this.sql = sql;
  }

  /** Nothing where everything was looked at. */
  void write() {
    if (unseen.total() == 0) {
      return;
    }
    html.line().open("section", "aria-labelledby", "limits");
    html.open("h2", "id", "limits").text("Not looked at: our limits").close("h2");
    html.leaf(
        "p",
        "",
        "Nothing says that these files are damaged. A limit or something that this machine lacked"
            + " kept Lumina from looking at them, so they are compared with nothing. Each is tried"
            + " again when its limit is raised, and by a few more nights where it may pass by"
            + " itself.");
    html.open("ul", "class", "counts");
    for (Tally reason : unseen.byReason()) {
      html.open("li").text(Words.phrase(reason.label()) + " ");
      html.leaf("span", "number", Quantity.count(reason.count())).close("li");
    }
    html.close("ul");
    html.open("details", "class", "list").leaf("summary", "", "The files and what kept us");
    html.open("ul", "class", "files");
    for (UnseenFile file : unseen.shown()) {
      html.line().open("li", "title", file.sourcePath());
      html.path(file.relativePath());
      html.leaf("p", "facts", file.detail()).close("li");
    }
    html.close("ul").close("details");
    Footnote.write(
        html,
        unseen.total() - unseen.shown().size(),
        "file",
        "files",
        "the first by path are above",
        sql.unseen());
    html.close("section");
  }
}
