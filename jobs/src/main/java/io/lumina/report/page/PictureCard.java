package io.lumina.report.page;

import io.lumina.report.model.DateDoubts;
import io.lumina.report.model.Gallery;
import io.lumina.report.model.Picture;
import io.lumina.report.model.Thumbnail;
import io.lumina.text.Quantity;
import java.util.ArrayList;
import java.util.List;

/** A small picture with what is known of its file. */
final class PictureCard {
  private final Html html;
  private final Gallery gallery;

  PictureCard(Html html, Gallery gallery) {
    this.html = html;
    this.gallery = gallery;
  }

  /**
   * One card.
   *
   * @param kind class of the card and of its badge: keep, near, exact or frame
   * @param badge a word or two in the corner; may be empty
   * @param note a sentence below; may be empty
   */
  void write(Picture picture, String kind, String badge, String note) {
    html.line().open("li", "class", "card " + kind);
    thumbnail(picture, kind, badge);
    html.open("div", "class", "about");
    html.open("p", "class", "name", "title", picture.sourcePath())
        .leaf("bdi", "", picture.fileName())
        .close("p");
    if (!picture.folder().isEmpty()) {
      html.open("p", "class", "folder").path(picture.folder()).close("p");
    }
    html.leaf("p", "facts", String.join(" · ", facts(picture)));
    html.leaf("p", "facts", date(picture.taken()));
    picture
        .score()
        .ifPresent(
            score ->
                html.leaf(
                    "p", "facts dim", "Quality " + Quantity.decimal(score.total()) + " of 100"));
    if (!note.isEmpty()) {
      html.leaf("p", "note", note);
    }
    html.close("div").close("li");
  }

  private void thumbnail(Picture picture, String kind, String badge) {
    Thumbnail thumbnail = gallery.of(picture);
    if (thumbnail instanceof Thumbnail.Small small) {
      html.open("div", "class", small.grey() ? "thumb grey" : "thumb");
      html.image(small, "Small view of " + picture.fileName());
    } else if (thumbnail instanceof Thumbnail.Missing missing) {
      html.open("div", "class", "thumb none");
      html.leaf("span", "", missing.reason());
    }
    if (!badge.isEmpty()) {
      html.leaf("p", "badge " + kind, badge);
    }
    html.close("div");
  }

  private static String date(Picture.Taken taken) {
    return taken
        .at()
        .map(
            at ->
                Quantity.time(at) + (taken.confidence() < DateDoubts.TRUSTED ? " (doubtful)" : ""))
        .orElse("no date");
  }

  private static List<String> facts(Picture picture) {
    List<String> facts = new ArrayList<>();
    if (picture.width() > 0 && picture.height() > 0) {
      facts.add(picture.shownWidth() + "\u00a0×\u00a0" + picture.shownHeight());
    }
    facts.add(Quantity.bytes(picture.sizeBytes()));
    if (!picture.format().isEmpty()) {
      facts.add(picture.format());
    }
    return facts;
  }
}
