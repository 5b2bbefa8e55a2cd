package io.lumina.explain;

import io.lumina.catalog.Decision;
import io.lumina.failure.Printable;
import io.lumina.text.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An explanation for a person to read. */
public final class ExplanationText {
  private static final int MOST_COPIES = 5;
  private static final int SHORT_CHECKSUM = 12;

  private final Explanation explanation;
  private final List<String> lines = new ArrayList<>();

  public ExplanationText(Explanation explanation) {
    this.explanation = explanation;
  }

  /** All lines, each ended. */
  public String text() {
    lines.add(explanation.image().path());
    lines.add("  " + explanation.reason());
    lines.add("");
    image();
    group();
    explanation
        .variants()
        .forEach(
            variant ->
                line(
                    "variant",
                    "%s, %s: %s".formatted(variant.path(), variant.kind(), variant.explanation())));
    explanation.decisions().forEach(decision -> line("decision", decision(decision)));
    line("rule", explanation.rule());
    line(
        "computed",
        "by run %s, %s"
            .formatted(explanation.run().runId(), Spoken.time(explanation.run().finishedAt())));
    line(
        "tables",
        new TreeMap<>(explanation.versions())
            .entrySet().stream()
                .map(table -> table.getKey() + " " + table.getValue())
                .collect(Collectors.joining(", ", "versions of ", "")));
    explanation.run().doubts().forEach(doubt -> line("note", doubt));
    neighbours();
    return lines.stream()
        .map(line -> Printable.of(line).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private void image() {
    ImageFacts image = explanation.image();
    List<String> facts = new ArrayList<>();
    image.mimeType().ifPresent(facts::add);
    image.pixels().ifPresent(pixels -> facts.add(pixels + " pixels"));
    facts.add(Spoken.bytes(image.bytes()));
    image.corruption().ifPresent(corruption -> facts.add("corruption: " + corruption));
    if (!image.present()) {
      facts.add("missing");
    }
    line("image", String.join(", ", facts));
    line("id", image.imageId());
    line("checksum", image.sha256().orElse("unknown: it was not read"));
    image
        .hashes()
        .ifPresent(
            hashes -> {
              line(
                  "hashes",
                  "dhash %s, ahash %s, whash %s"
                      .formatted(hashes.dhash(), hashes.ahash(), hashes.whash()));
              line("pdq", hashes.pdq() + ", quality " + hashes.pdqQuality() + " of 100");
            });
    line(
        "compared",
        explanation
            .obstacle()
            .map(obstacle -> "no: " + obstacle)
            .orElse("yes, by its hashes and its checksum"));
    copies();
  }

  private void copies() {
    List<String> copies = explanation.copies();
    if (!copies.isEmpty()) {
      line(
          "same bytes",
          copies.stream().limit(MOST_COPIES).collect(Collectors.joining(", "))
              + (copies.size() > MOST_COPIES ? ", …" : ""));
    }
  }

  private void group() {
    if (explanation.group().isEmpty()) {
      line("group", "none");
      return;
    }
    GroupOfImage group = explanation.group().get();
    line(
        "group",
        "%s, %s, %s; last changed by run %s"
            .formatted(
                group.groupId(), group.kind(), Spoken.many(group.files(), "file"), group.runId()));
    line(
        "best",
        group.isPrimary()
            ? "this one"
            : group.primary().map(ImageFacts::path).orElse(group.primaryName()));
    if (!group.isPrimary()) {
      line("relation", "%s, %d of 64 bits of dhash".formatted(group.relation(), group.distance()));
    }
    line("may go", explanation.removal());
  }

  private static String decision(Decision decision) {
    return "%s, by %s on %s, about %s"
        .formatted(
            decision.kind(),
            decision.actor(),
            Spoken.time(decision.createdAt()),
            decision.checksums().stream()
                .map(sha256 -> sha256.substring(0, Math.min(SHORT_CHECKSUM, sha256.length())) + "…")
                .collect(Collectors.joining(", ")));
  }

  private void neighbours() {
    if (explanation.neighbours().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(title());
    for (Neighbour other : explanation.neighbours()) {
      lines.add(
          "  %s%s%s"
              .formatted(
                  other.image().path(),
                  other.image().pixels().map(pixels -> "  " + pixels).orElse(""),
                  other.together() ? "  (same group)" : ""));
      lines.add("    " + VerdictWords.distances(other.verdict()));
      lines.add("    " + VerdictWords.sentence(other.verdict()));
      other.reasons().forEach(reason -> lines.add("    " + reason));
    }
  }

  private String title() {
    if (!explanation.searched()) {
      return "The other picture";
    }
    return explanation.group().filter(group -> !group.isPrimary()).isPresent()
        ? "The best of its group, and other pictures, the nearest first"
        : "Other pictures, the nearest first";
  }

  private void line(String name, String text) {
    lines.add("  %-11s %s".formatted(name, text));
  }
}
