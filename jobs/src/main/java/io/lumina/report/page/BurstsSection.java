package io.lumina.report.page;

import io.lumina.report.model.Bursts;
import io.lumina.report.model.Bursts.Burst;
import io.lumina.report.model.Bursts.Frame;
import io.lumina.report.model.Gallery;
import io.lumina.report.model.ReportModel;
import io.lumina.report.model.ShotTally;
import io.lumina.text.Quantity;

/** Bursts as strips of frames, and the shots per kind. */
final class BurstsSection {
  private static final int OPEN = 6;

  private final Html html;
  private final Gallery gallery;
  private final ReportModel model;

  BurstsSection(Html html, Gallery gallery, ReportModel model) {
    this.html = html;
    this.gallery = gallery;
    this.model = model;
  }

  void write() {
    bursts(model.bursts());
    shots();
  }

  private void bursts(Bursts bursts) {
    html.line().open("section", "aria-labelledby", "bursts");
    html.open("h2", "id", "bursts").text("Bursts").close("h2");
    html.leaf(
        "p",
        "",
        bursts.bursts() == 0
            ? "No three pictures of one camera were taken in quick succession."
            : Quantity.of(bursts.bursts(), "burst", "bursts")
                + " with "
                + Quantity.of(bursts.frames(), "frame", "frames")
                + ". The sharpest good frame is marked. Frames of one burst are no duplicates.");
    bursts.shown().stream().limit(OPEN).forEach(this::burst);
    if (bursts.shown().size() > OPEN) {
      html.open("details", "class", "rest");
      html.leaf(
          "summary",
          "",
          "Show " + Quantity.of(bursts.shown().size() - OPEN, "more burst", "more bursts"));
      bursts.shown().stream().skip(OPEN).forEach(this::burst);
      html.close("details");
    }
    Footnote.write(
        html,
        bursts.bursts() - bursts.shown().size(),
        "burst",
        "bursts",
        "the longest are above",
        new CatalogSql(model.heading().catalogId()).bursts());
    html.close("section");
  }

  private void burst(Burst burst) {
    html.line().open("article", "class", "group");
    html.open("h3").text(Quantity.of(burst.frameCount(), "frame", "frames"));
    burst.startedAt().ifPresent(start -> html.text(", " + Quantity.time(start)));
    html.close("h3");
    html.open("p", "class", "why").text(burst.camera());
    burst.frames().stream()
        .filter(Frame::best)
        .findFirst()
        .ifPresent(
            best ->
                html.text(burst.camera().isEmpty() ? "Best frame: " : " · best frame: ")
                    .leaf("bdi", "", best.picture().fileName()));
    html.close("p");
    html.open("ul", "class", "cards strip", "tabindex", "0", "aria-label", "Frames");
    PictureCard card = new PictureCard(html, gallery);
    for (Frame frame : burst.frames()) {
      card.write(frame.picture(), frame.best() ? "keep" : "frame", frame.best() ? "Best" : "", "");
    }
    html.close("ul");
    int hidden = burst.frameCount() - burst.frames().size();
    if (hidden > 0) {
      html.leaf("p", "dim more", Quantity.of(hidden, "more frame", "more frames") + " not shown.");
    }
    html.close("article");
  }

  private void shots() {
    html.line().open("section", "aria-labelledby", "shots");
    html.open("h2", "id", "shots").text("Shots of several files").close("h2");
    if (model.shots().isEmpty()) {
      html.leaf("p", "", "No files belong to one press of the shutter.");
    } else {
      html.leaf("p", "", "Files of one press of the shutter stay together.");
      html.open("dl", "class", "tiles small kinds");
      for (ShotTally shot : model.shots()) {
        html.open("div", "class", "tile")
            .leaf("dt", "", Words.shot(shot.kind()))
            .open("dd")
            .text(Quantity.count(shot.shots()))
            .leaf("small", "dim", " " + Quantity.of(shot.files(), "file", "files"))
            .close("dd")
            .close("div");
      }
      html.close("dl");
    }
    html.close("section");
  }
}
