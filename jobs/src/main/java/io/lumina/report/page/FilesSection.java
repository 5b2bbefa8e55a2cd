package io.lumina.report.page;

import io.lumina.report.model.BrokenFiles;
import io.lumina.report.model.BrokenFiles.BrokenFile;
import io.lumina.report.model.BrokenFiles.Reason;
import io.lumina.report.model.DateDoubts;
import io.lumina.report.model.DateDoubts.DateDoubt;
import io.lumina.report.model.Picture;
import io.lumina.report.model.ReportModel;
import io.lumina.report.model.Tally;
import io.lumina.text.Quantity;
import java.util.List;

/** Files that need a person: damaged ones, doubtful dates, and what nobody looked at. */
final class FilesSection {
  private final Html html;
  private final ReportModel model;
  private final CatalogSql sql;

  FilesSection(Html html, ReportModel model) {
    this.html = html;
    this.model = model;
    this.sql = new CatalogSql(model.heading().catalogId());
  }

  void write() {
    broken(model.broken());
    new UnseenSection(html, model.unseen(), sql).write();
    dates(model.dates());
    skipped();
  }

  private void broken(BrokenFiles broken) {
    start("broken", "Damaged files");
    if (broken.total() == 0) {
      html.leaf("p", "", "Every file could be read.");
    } else {
      tallies(broken.bySeverity(), true);
      html.open("ul", "class", "counts");
      for (Tally reason : broken.byReason()) {
        html.open("li").text(Words.phrase(reason.label()) + " ");
        html.leaf("span", "number", Quantity.count(reason.count())).close("li");
      }
      html.close("ul");
      html.open("details", "class", "list", "open", "");
      html.leaf("summary", "", "The files and what is wrong with them");
      html.open("ul", "class", "files");
      broken.shown().forEach(this::brokenFile);
      html.close("ul").close("details");
      Footnote.write(
          html,
          broken.total() - broken.shown().size(),
          "damaged file",
          "damaged files",
          "the worst are above",
          sql.broken());
    }
    html.close("section");
  }

  private void brokenFile(BrokenFile file) {
    html.line().open("li", "title", file.sourcePath());
    html.leaf("span", "badge " + severityClass(file.severity()), file.severity());
    html.text(" ").path(file.relativePath());
    for (Reason reason : file.reasons()) {
      html.open("p", "class", "facts").leaf("strong", "", Words.phrase(reason.code()));
      html.text(reason.detail().isEmpty() ? "" : ": " + reason.detail()).close("p");
    }
    html.close("li");
  }

  private void dates(DateDoubts dates) {
    start("dates", "Dates to check");
    if (dates.total() == 0) {
      html.leaf("p", "", "Every picture has a date from a good source.");
    } else {
      html.leaf(
          "p",
          "",
          Quantity.of(dates.total(), "picture or clip has", "pictures and clips have")
              + " a date from a weak source, none at all, or an odd one.");
      tallies(dates.byReason(), false);
      html.open("details", "class", "list").leaf("summary", "", "The files and their dates");
      html.open("ul", "class", "files");
      dates.shown().forEach(this::dateDoubt);
      html.close("ul").close("details");
      Footnote.write(
          html,
          dates.total() - dates.shown().size(),
          "file",
          "files",
          "the least certain are above",
          sql.dates());
    }
    html.close("section");
  }

  private void dateDoubt(DateDoubt doubt) {
    Picture.Taken taken = doubt.taken();
    html.line().open("li", "title", doubt.sourcePath());
    html.path(doubt.relativePath());
    html.open("p", "class", "facts")
        .leaf("strong", "", taken.at().map(Quantity::time).orElse("no date"));
    if (taken.at().isPresent()) {
      html.text(" from " + Words.phrase(taken.source()) + ", " + taken.confidence() + " % sure");
    }
    doubt.reasons().forEach(reason -> html.text(" ").leaf("span", "badge plain", reason));
    html.close("p").close("li");
  }

  private void skipped() {
    start("skipped", "Files that were not looked at");
    if (model.skipped().isEmpty()) {
      html.leaf("p", "", "Nothing in the source folders was left out.");
    } else {
      html.leaf("p", "", "These lie in the source folders but are no part of the catalog.");
      tallies(model.skipped(), false);
    }
    html.close("section");
  }

  private void tallies(List<Tally> tallies, boolean severities) {
    html.open("ul", "class", "tallies");
    for (Tally tally : tallies) {
      String words = severities ? Words.severity(tally.label()) : Words.date(tally.label());
      html.open("li").leaf("strong", "", Quantity.count(tally.count())).text(" ");
      html.leaf("span", "", words.isEmpty() ? Words.phrase(tally.label()) : words);
      if (!words.isEmpty()) {
        html.text(" ").leaf("small", "dim", tally.label());
      }
      html.close("li");
    }
    html.close("ul");
  }

  private void start(String anchor, String title) {
    html.line().open("section", "aria-labelledby", anchor);
    html.open("h2", "id", anchor).text(title).close("h2");
  }

  private static String severityClass(String severity) {
    return switch (severity) {
      case "minor" -> "plain";
      case "moderate" -> "warn";
      default -> "bad";
    };
  }
}
