package io.lumina.report.page;

import io.lumina.report.model.Changes;
import io.lumina.report.model.Heading;
import io.lumina.report.model.ReportModel;
import io.lumina.report.model.ShotTally;
import io.lumina.report.model.Tally;
import io.lumina.report.model.Totals;
import io.lumina.text.Quantity;

/** The first screen: what matters, in a few numbers. */
final class OverviewSection {
  private final Html html;
  private final ReportModel model;

  OverviewSection(Html html, ReportModel model) {
    this.html = html;
    this.model = model;
  }

  void write() {
    header();
    warnings();
    numbers();
    changes();
    contents();
  }

  private void header() {
    Heading heading = model.heading();
    html.line().open("header", "class", "top");
    html.leaf("p", "brand", "Lumina · photo library report");
    html.open("h1").leaf("bdi", "", heading.catalogName()).close("h1");
    html.leaf("p", "lead", lead());
    html.open("p", "class", "dim");
    html.open("time", "datetime", heading.finishedAt().toString())
        .text(Quantity.time(heading.finishedAt()))
        .close("time");
    for (String root : heading.roots()) {
      html.text(" · ").path(root);
    }
    html.close("p").close("header");
  }

  private String lead() {
    Totals totals = model.totals();
    if (totals.files() == 0) {
      return "The catalog holds no files yet.";
    }
    StringBuilder lead = new StringBuilder();
    lead.append(Quantity.of(totals.files(), "file", "files")).append(" in the catalog. ");
    long groups = model.duplicates().groups();
    lead.append(
        groups == 0
            ? "No duplicates were found. "
            : Quantity.bytes(model.duplicates().reclaimableBytes())
                + " could be freed from "
                + Quantity.of(groups, "group", "groups")
                + " of duplicates. ");
    long broken = model.broken().total();
    lead.append(
        broken == 0
            ? "Every file could be read."
            : Quantity.of(broken, "file is", "files are") + " damaged or unreadable.");
    long unseen = model.unseen().total();
    return lead.append(
            unseen == 0
                ? ""
                : " A limit of ours kept "
                    + Quantity.of(unseen, "file", "files")
                    + " from being looked at.")
        .toString();
  }

  private void warnings() {
    if (model.warnings().isEmpty()) {
      return;
    }
    html.line().open("section", "class", "warnings", "aria-label", "Warnings");
    html.leaf("h2", "", "Please read");
    html.open("ul");
    model.warnings().forEach(warning -> html.leaf("li", "", warning));
    html.close("ul").close("section");
  }

  private void numbers() {
    Totals totals = model.totals();
    html.line().open("section", "aria-label", "Totals").open("dl", "class", "tiles");
    tile("Photos", Quantity.count(totals.images()), "");
    tile("Videos", Quantity.count(totals.videos()), "");
    tile("Audio", Quantity.count(totals.audio()), "");
    if (totals.others() > 0) {
      tile("Other", Quantity.count(totals.others()), "");
    }
    tile("Total size", Quantity.bytes(totals.bytes()), "");
    tile("Can be freed", Quantity.bytes(model.duplicates().reclaimableBytes()), "good");
    tile(
        "Damaged", Quantity.count(model.broken().total()), model.broken().total() > 0 ? "bad" : "");
    html.close("dl").close("section");
  }

  private void changes() {
    if (model.changes().isEmpty()) {
      return;
    }
    Changes changes = model.changes().get();
    html.line().open("section", "aria-labelledby", "changes");
    html.open("h2", "id", "changes").text("Since the last run").close("h2");
    if (changes.first()) {
      html.leaf(
          "p",
          "",
          "This was the first run: all "
              + Quantity.of(changes.added(), "file is", "files are")
              + " new.");
    } else {
      html.open("dl", "class", "tiles small");
      tile("New", Quantity.count(changes.added()), changes.added() > 0 ? "good" : "");
      tile("Changed", Quantity.count(changes.changed()), "");
      tile("Moved", Quantity.count(changes.moved()), "");
      tile("Missing", Quantity.count(changes.missing()), changes.missing() > 0 ? "bad" : "");
      tile("Back", Quantity.count(changes.back()), "");
      tile("Unchanged", Quantity.count(changes.unchanged()), "");
      html.close("dl");
    }
    html.close("section");
  }

  private void contents() {
    html.line().open("nav", "aria-label", "Contents").open("ul");
    link("duplicates", "Duplicates", model.duplicates().groups());
    link("bursts", "Bursts", model.bursts().bursts());
    link("shots", "Shots", model.shots().stream().mapToLong(ShotTally::shots).sum());
    link("broken", "Damaged files", model.broken().total());
    if (model.unseen().total() > 0) {
      link("limits", "Our limits", model.unseen().total());
    }
    link("dates", "Dates to check", model.dates().total());
    link("skipped", "Not looked at", model.skipped().stream().mapToLong(Tally::count).sum());
    html.open("li").open("a", "href", "#steps").text("The run").close("a").close("li");
    html.close("ul").close("nav");
  }

  private void link(String anchor, String name, long count) {
    html.open("li")
        .open("a", "href", "#" + anchor)
        .text(name + " ")
        .leaf("span", "number", Quantity.count(count))
        .close("a")
        .close("li");
  }

  private void tile(String name, String value, String mood) {
    html.open("div", "class", "tile " + mood)
        .leaf("dt", "", name)
        .leaf("dd", "", value)
        .close("div");
  }
}
