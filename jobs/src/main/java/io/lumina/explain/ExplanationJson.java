package io.lumina.explain;

import io.lumina.catalog.Decision;
import io.lumina.duplicates.rule.Clause;
import io.lumina.duplicates.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An explanation for a program to read. */
public final class ExplanationJson {
  private final Explanation explanation;

  public ExplanationJson(Explanation explanation) {
    this.explanation = explanation;
  }

  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("catalog", explanation.catalog());
    values.put("image", image(explanation.image()));
    values.put("reason", explanation.reason());
    values.put("comparable", explanation.obstacle().isEmpty());
    values.put("obstacle", explanation.obstacle().orElse(null));
    values.put("same_bytes", explanation.copies());
    values.put("group", explanation.group().map(ExplanationJson::group).orElse(null));
    values.put("variants", explanation.variants().stream().map(ExplanationJson::variant).toList());
    values.put("removal", explanation.removal());
    values.put(
        "decisions", explanation.decisions().stream().map(ExplanationJson::decision).toList());
    values.put("rule", explanation.rule());
    values.put("run_id", explanation.run().runId());
    values.put("finished_at", explanation.run().finishedAt().toString());
    values.put("table_versions", new TreeMap<>(explanation.versions()));
    values.put("notes", explanation.run().doubts());
    values.put(
        "neighbours", explanation.neighbours().stream().map(ExplanationJson::neighbour).toList());
    return values;
  }

  private static Map<String, Object> image(ImageFacts image) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("image_id", image.imageId());
    values.put("path", image.path());
    values.put("checksum", image.sha256().orElse(null));
    values.put("size_bytes", image.bytes());
    values.put("pixels", image.pixels().orElse(null));
    values.put("mime_type", image.mimeType().orElse(null));
    values.put("present", image.present());
    values.put("corruption", image.corruption().orElse(null));
    image
        .hashes()
        .ifPresent(
            hashes -> {
              values.put("dhash", hashes.dhash());
              values.put("ahash", hashes.ahash());
              values.put("whash", hashes.whash());
              values.put("pdq", hashes.pdq());
              values.put("pdq_quality", hashes.pdqQuality());
            });
    return values;
  }

  private static Map<String, Object> group(GroupOfImage group) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("group_id", group.groupId());
    values.put("kind", group.kind());
    values.put("files", group.files());
    values.put("run_id", group.runId());
    values.put("primary_path", group.primary().map(ImageFacts::path).orElse(null));
    values.put("relation", group.relation());
    values.put("distance", group.distance());
    values.put("explanation", group.explanation());
    return values;
  }

  private static Map<String, Object> variant(VariantOfImage variant) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("path", variant.path());
    values.put("kind", variant.kind());
    values.put("distance", variant.distance());
    values.put("explanation", variant.explanation());
    return values;
  }

  private static Map<String, Object> decision(Decision decision) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kind", decision.kind());
    values.put("checksums", decision.checksums());
    values.put("actor", decision.actor());
    values.put("created_at", decision.createdAt().toString());
    return values;
  }

  private static Map<String, Object> neighbour(Neighbour other) {
    Verdict verdict = other.verdict();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("image_id", other.image().imageId());
    values.put("path", other.image().path());
    values.put("pixels", other.image().pixels().orElse(null));
    values.put("same_group", other.together());
    values.put("same_bytes", verdict.sameBytes());
    values.put("near", verdict.near());
    verdict
        .distances()
        .ifPresent(
            distances -> {
              distances.hashes().forEach((family, bits) -> values.put(family.label(), bits));
              distances.pdq().ifPresent(bits -> values.put("pdq", bits));
            });
    values.put("finders", clauses(verdict.finders()));
    values.put("conditions", clauses(verdict.conditions()));
    values.put("verdict", VerdictWords.sentence(verdict));
    values.put("reasons", other.reasons());
    return values;
  }

  private static List<Map<String, Object>> clauses(List<Clause> clauses) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Clause clause : clauses) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("name", clause.name());
      values.put("measured", clause.measured());
      values.put("limit", clause.limit());
      values.put("holds", clause.holds());
      all.add(values);
    }
    return all;
  }
}
