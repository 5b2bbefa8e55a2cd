package io.lumina.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What PostgreSQL holds of one catalog after a run: right also on nights when steps had nothing to
 * do.
 *
 * @param images pictures that are there
 * @param videos and audio likewise
 * @param bytes of all files that are there
 * @param missing files that are known and not there
 * @param broken files that are there and damaged, or could not be read
 * @param reasons why they are broken, the most frequent first; one for each file
 * @param unseen files that are there and at which nobody could look: a limit or a lack of ours
 * @param hindrances what kept us, the most frequent first; one for each file
 * @param groups of duplicates
 * @param spare members of groups beside the pick
 * @param reclaimableBytes what the spare ones take
 * @param variants pairs of pictures that show the same, changed
 * @param bursts of pictures
 * @param burstFrames pictures in them
 * @param shots of several files
 */
public record CatalogTotals(
    long images,
    long videos,
    long audio,
    long bytes,
    long missing,
    long broken,
    List<Reason> reasons,
    long unseen,
    List<Reason> hindrances,
    long groups,
    long spare,
    long reclaimableBytes,
    long variants,
    long bursts,
    long burstFrames,
    long shots) {

  public CatalogTotals {
    reasons = List.copyOf(reasons);
    hindrances = List.copyOf(hindrances);
  }

  /** Files that are there. */
  public long files() {
    return images + videos + audio;
  }

  /** By name, for the ledger. */
  public Map<String, Long> byName() {
    Map<String, Long> totals = new LinkedHashMap<>();
    totals.put("files", files());
    totals.put("images", images);
    totals.put("videos", videos);
    totals.put("audio", audio);
    totals.put("bytes", bytes);
    totals.put("missing", missing);
    totals.put("broken", broken);
    reasons.forEach(reason -> totals.put("broken: " + reason.code(), reason.files()));
    totals.put("not_looked_at", unseen);
    hindrances.forEach(reason -> totals.put("not looked at: " + reason.code(), reason.files()));
    totals.put("duplicate_groups", groups);
    totals.put("duplicate_files", spare);
    totals.put("reclaimable_bytes", reclaimableBytes);
    totals.put("variants", variants);
    totals.put("bursts", bursts);
    totals.put("burst_pictures", burstFrames);
    totals.put("shots", shots);
    return totals;
  }

  /** How many files there are for a reason, such as {@code truncated}. */
  public record Reason(String code, long files) {}
}
