package io.lumina.report.page;

import io.lumina.report.model.ReportModel;
import io.lumina.report.model.StepTime;
import io.lumina.text.Quantity;
import java.util.Map;

/** What the run did and how long each step took. */
final class StepsSection {
  private final Html html;
  private final ReportModel model;

  StepsSection(Html html, ReportModel model) {
    this.html = html;
    this.model = model;
  }

  void write() {
    html.line().open("section", "aria-labelledby", "steps");
    html.open("h2", "id", "steps").text("The run").close("h2");
    double total = model.steps().stream().mapToDouble(StepTime::seconds).sum();
    double longest = model.steps().stream().mapToDouble(StepTime::seconds).max().orElse(0);
    html.open("p")
        .text("Run ")
        .leaf("code", "", model.heading().runId())
        .text(" of catalog ")
        .leaf("code", "", model.heading().catalogId().toString());
    html.text(model.steps().isEmpty() ? "." : " took " + Quantity.duration(total) + ".").close("p");
    model
        .bottleneck()
        .ifPresent(
            sentence ->
                html.open("p")
                    .leaf("strong", "", "Bottleneck")
                    .text(": " + sentence + ".")
                    .close("p"));
    html.open("ol", "class", "steps");
    model.steps().forEach(step -> step(step, longest));
    html.close("ol").close("section");
  }

  private void step(StepTime step, double longest) {
    html.line().open("li").open("div", "class", "step");
    html.leaf("strong", "", step.name());
    html.open(
            "progress",
            "value",
            Quantity.decimal(step.seconds()),
            "max",
            Quantity.decimal(Math.max(longest, 0.01)),
            "aria-label",
            "Share of the longest step")
        .close("progress");
    html.leaf("span", "n", Quantity.duration(step.seconds())).close("div");
    if (!step.counts().isEmpty()) {
      html.open("ul", "class", "counts");
      for (Map.Entry<String, Long> count : step.counts().entrySet()) {
        html.open("li")
            .text(Words.phrase(count.getKey()) + " ")
            .leaf("span", "number", Quantity.count(count.getValue()))
            .close("li");
      }
      html.close("ul");
    }
    step.notes().forEach(note -> html.leaf("p", "dim", note));
    html.close("li");
  }
}
