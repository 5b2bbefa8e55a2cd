package io.lumina.duplicates;

import io.lumina.duplicates.search.SearchSummary;
import io.lumina.job.StepResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a search for duplicates found.
 *
 * @param groups of any kind
 * @param exactGroups of equal bytes
 * @param members files in groups
 * @param reclaimableBytes of the files beside the best ones
 * @param variants pictures beside another one, in no group with it
 * @param search what it took
 * @param components pictures that are linked in any number of steps
 * @param largestComponent pictures in the largest of them
 */
public record DuplicatesFound(
    long groups,
    long exactGroups,
    long members,
    long reclaimableBytes,
    long variants,
    SearchSummary search,
    long components,
    long largestComponent)
    implements StepResult {
  public DuplicatesFound {
    Objects.requireNonNull(search, "search");
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("groups", groups);
    counts.put("exact_groups", exactGroups);
    counts.put("near_groups", groups - exactGroups);
    counts.put("members", members);
    counts.put("reclaimable_bytes", reclaimableBytes);
    counts.put("variants", variants);
    counts.put("compared_pictures", search.pictures());
    counts.put("searched_pictures", search.searched());
    counts.put("predicted_candidates", search.predicted());
    counts.put("candidates", search.allCandidates());
    counts.put("pairs", search.allPairs());
    counts.put("links", search.links());
    counts.put("components", components);
    counts.put("largest_component", largestComponent);
    counts.put("skipped", 0L);
    return counts;
  }
}
