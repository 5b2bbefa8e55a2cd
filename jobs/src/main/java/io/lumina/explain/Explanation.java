package io.lumina.explain;

import io.lumina.catalog.Decision;
import io.lumina.ledger.GroupsRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why an image is, or is not, in a group.
 *
 * @param catalog by name
 * @param run the last that searched for duplicates
 * @param versions of the tables read
 * @param rule in one sentence
 * @param image that is explained
 * @param obstacle why it is compared with no other; empty when it is
 * @param copies other present files with the same bytes, by path
 * @param group that it is in
 * @param variants what shows the same, changed on purpose
 * @param removal whether it may go, and why
 * @param decisions that name its content
 * @param searched whether the nearest pictures were looked for
 * @param neighbours the nearest other pictures, or the one that was asked for
 */
public record Explanation(
    String catalog,
    GroupsRun run,
    Map<String, Long> versions,
    String rule,
    ImageFacts image,
    Optional<String> obstacle,
    List<String> copies,
    Optional<GroupOfImage> group,
    List<VariantOfImage> variants,
    String removal,
    List<Decision> decisions,
    boolean searched,
    List<Neighbour> neighbours) {

  /** In one sentence, why it is in its group or in none. */
  String reason() {
    if (group.isPresent()) {
      return group.get().explanation();
    }
    String alone =
        copies.isEmpty() ? "no other file has its bytes" : "files of the same bytes are listed";
    if (obstacle.isPresent()) {
      return "In no group: %s, and %s.".formatted(obstacle.get(), alone);
    }
    if (!searched) {
      return "In no group.";
    }
    return neighbours.stream().anyMatch(Neighbour::isAlike)
        ? "In no group, although pictures are alike: what keeps them apart is said below."
        : "In no group: no other picture is near, and %s.".formatted(alone);
  }
}
