package io.lumina.report.page;

import io.lumina.report.model.DuplicateGroup;
import io.lumina.report.model.DuplicateGroup.Member;
import io.lumina.report.model.Picture;
import io.lumina.report.model.Score;
import io.lumina.text.Quantity;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The numbers behind a pick, for those who want them. */
final class ScoreTable {
  private static final List<ToDoubleFunction<Score>> PARTS =
      List.of(Score::format, Score::resolution, Score::size, Score::sharpness, Score::total);

  private final Html html;

  ScoreTable(Html html) {
    this.html = html;
  }

  void write(DuplicateGroup group) {
    html.open("details").leaf("summary", "", "Compare the numbers");
    html.leaf("p", "dim", "Group " + group.groupId() + ", " + group.kind());
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Numbers");
    html.open("table").open("thead").open("tr");
    for (String name : List.of("File", "Relation", "Bits apart", "Date")) {
      html.open("th", "scope", "col").text(name).close("th");
    }
    for (String name :
        List.of("Format /40", "Resolution /30", "Size /20", "Sharpness /10", "Score")) {
      html.open("th", "scope", "col", "class", "n").text(name).close("th");
    }
    html.close("tr").close("thead").open("tbody");
    Stream.concat(Stream.of(group.primary()), group.others().stream()).forEach(this::row);
    html.close("tbody").close("table").close("div").close("details");
  }

  private void row(Member member) {
    html.line().open("tr");
    html.open("th", "scope", "row").path(member.picture().sourcePath());
    if (!member.relation().equals("primary") && !member.explanation().isEmpty()) {
      html.leaf("small", "dim", member.explanation());
    }
    html.close("th");
    html.leaf("td", "", member.relation());
    html.leaf(
        "td", "n", member.distance().isPresent() ? member.distance().getAsInt() + " of 64" : "–");
    html.leaf("td", "", date(member.picture().taken()));
    for (ToDoubleFunction<Score> part : PARTS) {
      html.leaf(
          "td",
          "n",
          member
              .picture()
              .score()
              .map(score -> Quantity.decimal(part.applyAsDouble(score)))
              .orElse("–"));
    }
    html.close("tr");
  }

  private static String date(Picture.Taken taken) {
    return taken
        .at()
        .map(at -> Quantity.time(at) + " (" + taken.source() + ", " + taken.confidence() + ")")
        .orElse("–");
  }
}
