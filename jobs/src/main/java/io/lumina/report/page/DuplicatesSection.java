package io.lumina.report.page;

import io.lumina.report.model.DuplicateGroup;
import io.lumina.report.model.DuplicateGroup.Member;
import io.lumina.report.model.Duplicates;
import io.lumina.report.model.Gallery;
import io.lumina.report.model.Picture;
import io.lumina.report.model.ReportModel;
import io.lumina.text.Quantity;
import java.util.List;

/** Duplicate groups side by side, with the pick and the reason for it. */
final class DuplicatesSection {
  /** Groups that lie open; a click opens the rest, so that a phone shows the page at once. */
  private static final int OPEN = 12;

  private final Html html;
  private final Gallery gallery;
  private final ReportModel model;

  DuplicatesSection(Html html, Gallery gallery, ReportModel model) {
    this.html = html;
    this.gallery = gallery;
    this.model = model;
  }

  void write() {
    Duplicates duplicates = model.duplicates();
    List<DuplicateGroup> shown = duplicates.shown();
    html.line().open("section", "aria-labelledby", "duplicates");
    html.open("h2", "id", "duplicates").text("Duplicates").close("h2");
    html.leaf("p", "", summary(duplicates));
    shown.stream().limit(OPEN).forEach(this::group);
    if (shown.size() > OPEN) {
      html.open("details", "class", "rest");
      html.leaf(
          "summary", "", "Show " + Quantity.of(shown.size() - OPEN, "more group", "more groups"));
      shown.stream().skip(OPEN).forEach(this::group);
      html.close("details");
    }
    Footnote.write(
        html,
        duplicates.groups() - shown.size(),
        "group",
        "groups",
        "the " + Quantity.count(shown.size()) + " that free most are above",
        new CatalogSql(model.heading().catalogId()).groups());
    html.close("section");
  }

  private static String summary(Duplicates duplicates) {
    if (duplicates.groups() == 0) {
      return "No file shows the same picture as another.";
    }
    return Quantity.of(duplicates.groups(), "group", "groups")
        + " of "
        + Quantity.of(duplicates.files(), "file", "files")
        + " show the same pictures; "
        + Quantity.count(duplicates.exactGroups())
        + " of the groups hold only identical files. Keeping the best of each frees "
        + Quantity.bytes(duplicates.reclaimableBytes())
        + ". Nothing was deleted or moved.";
  }

  private void group(DuplicateGroup group) {
    Member primary = group.primary();
    html.line().open("article", "class", "group");
    html.open("h3")
        .leaf("span", "", Quantity.of(group.memberCount(), "file", "files"))
        .text(", frees ")
        .leaf("strong", "", Quantity.bytes(group.reclaimableBytes()))
        .close("h3");
    if (!primary.explanation().isEmpty()) {
      html.leaf("p", "why", primary.explanation());
    }
    html.open("ul", "class", "cards");
    PictureCard card = new PictureCard(html, gallery);
    card.write(primary.picture(), "keep", "Keep", "");
    copies(group);
    group.others().stream()
        .filter(member -> !member.exact())
        .forEach(member -> card.write(member.picture(), "near", alike(member), ""));
    html.close("ul");
    if (group.hidden() > 0) {
      html.leaf(
          "p",
          "dim more",
          Quantity.of(group.hidden(), "more file", "more files") + " of this group not shown.");
    }
    new ScoreTable(html).write(group);
    html.close("article");
  }

  private void copies(DuplicateGroup group) {
    List<Member> copies = group.others().stream().filter(Member::exact).toList();
    if (copies.isEmpty()) {
      return;
    }
    html.line().open("li", "class", "card copies").open("div", "class", "about");
    html.leaf(
        "p",
        "badge exact",
        copies.size() == 1 ? "Identical copy" : copies.size() + " identical copies");
    for (Member copy : copies) {
      Picture picture = copy.picture();
      html.open("p", "class", "name", "title", picture.sourcePath())
          .leaf("bdi", "", picture.fileName())
          .close("p");
      if (!picture.folder().isEmpty()) {
        html.open("p", "class", "folder").path(picture.folder()).close("p");
      }
    }
    html.close("div").close("li");
  }

  private static String alike(Member member) {
    return member.similarity().isPresent()
        ? member.similarity().getAsInt() + "\u00a0% alike"
        : "Looks alike";
  }
}
