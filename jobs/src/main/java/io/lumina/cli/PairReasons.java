package io.lumina.cli;

import io.lumina.duplicates.AcceptRule;
import io.lumina.duplicates.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why two pictures are in one group, or are not although the rule accepts them. */
final class PairReasons {
  private final Surroundings surroundings;
  private final AcceptRule rule;

  PairReasons(Surroundings surroundings, AcceptRule rule) {
    this.surroundings = surroundings;
    this.rule = rule;
  }

  /** How a picture and another one stand to each other. */
  Neighbour of(ImageFacts image, ImageFacts other) {
    Verdict verdict = verdict(image, other);
    Optional<GroupOfImage> mine = surroundings.group(image.imageId());
    Optional<GroupOfImage> theirs = surroundings.group(other.imageId());
    boolean together =
        mine.isPresent()
            && theirs.isPresent()
            && mine.get().groupId().equals(theirs.get().groupId());
    List<String> reasons = new ArrayList<>(obstacles(image, other));
    if (together) {
      reasons.add(together(mine.get(), theirs.get()));
    } else if (verdict.accepted()) {
      reasons.addAll(apart(image, other, mine, theirs));
    } else if (verdict.differsByClockOnly()) {
      reasons.add(
          "Not in one group: %s."
              .formatted(
                  surroundings
                      .between(image, other)
                      .orElse("they were taken at different moments")));
    }
    return new Neighbour(other, verdict, together, reasons);
  }

  private Verdict verdict(ImageFacts one, ImageFacts other) {
    return surroundings.picture(one.imageId()).verdict(surroundings.picture(other.imageId()), rule);
  }

  private List<String> obstacles(ImageFacts... both) {
    List<String> obstacles = new ArrayList<>();
    for (ImageFacts image : both) {
      surroundings
          .picture(image.imageId())
          .obstacle()
          .ifPresent(
              obstacle ->
                  obstacles.add(
                      "%s is not compared: %s.".formatted(image.name(), obstacle.reason())));
    }
    return obstacles;
  }

  private static String together(GroupOfImage mine, GroupOfImage theirs) {
    if (mine.isPrimary()) {
      return "In one group, of which this is the best.";
    }
    return theirs.isPrimary()
        ? "In one group, of which the other is the best."
        : "In one group: both were compared with its best, %s.".formatted(mine.primaryName());
  }

  private List<String> apart(
      ImageFacts image,
      ImageFacts other,
      Optional<GroupOfImage> mine,
      Optional<GroupOfImage> theirs) {
    Optional<String> between = surroundings.between(image, other);
    if (between.isPresent()) {
      return List.of("Not in one group: " + between.get() + ".");
    }
    List<String> reasons = new ArrayList<>();
    taken(image, mine).ifPresent(reasons::add);
    taken(other, theirs).ifPresent(reasons::add);
    if (mine.isEmpty()) {
      theirs.flatMap(group -> kept(image, group)).ifPresent(reasons::add);
    }
    if (theirs.isEmpty()) {
      mine.flatMap(group -> kept(other, group)).ifPresent(reasons::add);
    }
    if (reasons.isEmpty()) {
      reasons.add(
          undated(image, other)
              .orElse("Not in one group, and the tables do not say why: run lumina duplicates."));
    }
    return reasons;
  }

  /** A copy that lost its date goes where the dated picture is that it is most like. */
  private Optional<String> undated(ImageFacts... both) {
    return Stream.of(both)
        .filter(image -> rule.tellsShotsApart())
        .filter(image -> !surroundings.picture(image.imageId()).isDated())
        .findFirst()
        .map(
            image ->
                "Not in one group: %s has no moment of capture, and is nearer to a picture of another"
                        .formatted(image.name())
                    + " moment.");
  }

  /** Whoever is not the best of its group belongs to that one and to no other. */
  private static Optional<String> taken(ImageFacts image, Optional<GroupOfImage> group) {
    return group
        .filter(any -> !any.isPrimary())
        .map(
            any ->
                "Not in one group: %s went to the group of %s, which came first."
                    .formatted(image.name(), any.primaryName()));
  }

  /** Why a picture without a group is not in this one. */
  private Optional<String> kept(ImageFacts image, GroupOfImage group) {
    if (group.primary().isEmpty()) {
      return Optional.empty();
    }
    ImageFacts primary = group.primary().get();
    Verdict verdict = verdict(image, primary);
    if (!verdict.accepted()) {
      return Optional.of(
          "%s is not near the best of that group, %s (%s)."
              .formatted(image.name(), primary.name(), VerdictWords.sentence(verdict)));
    }
    return surroundings
        .between(image, primary)
        .or(
            () ->
                surroundings
                    .rival(image, group.groupId())
                    .map(
                        rival ->
                            "that group has %s already, and no two files of one shot or burst, or"
                                    .formatted(rival.name())
                                + " that someone decided apart, share a group"))
        .or(
            () ->
                surroundings
                    .otherShot(image, group.groupId(), rule)
                    .map(
                        rival ->
                            "that group has %s already, which was taken at another moment"
                                .formatted(rival.name())))
        .map(reason -> "Not in one group: " + reason + ".");
  }
}
