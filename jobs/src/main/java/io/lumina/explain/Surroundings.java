package io.lumina.explain;

import static org.apache.spark.sql.functions.col;

import io.lumina.catalog.Decision;
import io.lumina.catalog.Decisions;
import io.lumina.duplicates.ComparedPicture;
import io.lumina.duplicates.ComparedPictures;
import io.lumina.duplicates.DuplicatesConfig;
import io.lumina.duplicates.group.Decided;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.library.CatalogView;
import io.lumina.library.DecidedRows;
import io.lumina.table.BurstsTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.text.Spoken;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the tables say of a few images: the groups they are in and the primaries of these, their
 * shots and bursts, and what people decided.
 */
final class Surroundings {
  private final CatalogView tables;
  private final DuplicatesConfig config;
  private final Map<String, ImageFacts> images = new HashMap<>();
  private final Map<String, ComparedPicture> pictures = new HashMap<>();
  private final Map<String, Row> members = new HashMap<>();
  private final Map<String, Row> groups = new HashMap<>();
  private final Map<String, String> shots = new HashMap<>();
  private final Map<String, String> bursts = new HashMap<>();
  private final List<Decision> decisions;
  private final Decided decided;

  /**
   * Fetches all that concerns some images.
   *
   * @param imageIds a few
   */
  Surroundings(CatalogReading reading, Collection<String> imageIds) {
    this.tables = reading.tables();
    this.config = reading.duplicates();
    this.decisions = new Decisions(reading.database()).of(reading.catalog().id());
    this.decided = Decided.of(DecidedRows.of(reading.database(), reading.catalog().id()));
    Set<String> all = new LinkedHashSet<>(imageIds);
    fetchMembers(all);
    Set<String> groupIds = new HashSet<>();
    members.values().forEach(row -> groupIds.add(row.getAs(MembersTable.GROUP_ID)));
    each(tables.groups(), GroupsTable.GROUP_ID, groupIds)
        .forEach(row -> groups.put(row.getAs(GroupsTable.GROUP_ID), row));
    Set<String> primaries = new LinkedHashSet<>();
    groups.values().forEach(row -> primaries.add(row.getAs(GroupsTable.PRIMARY_IMAGE_ID)));
    primaries.removeAll(all);
    fetchMembers(primaries);
    all.addAll(primaries);
    shots.putAll(column(tables.shots(), ShotsTable.IMAGE_ID, ShotsTable.SHOT_ID, all));
    bursts.putAll(column(tables.bursts(), BurstsTable.IMAGE_ID, BurstsTable.BURST_ID, all));
    each(tables.images().select(ImageFacts.columns()), ImagesView.IMAGE_ID, all)
        .forEach(row -> images.put(row.getAs(ImagesView.IMAGE_ID), ImageFacts.of(row)));
    pictures.putAll(
        ComparedPictures.of(
                ComparedPicture.rows(tables.images(), tables.bursts(), config)
                    .filter(isIn(ImagesView.IMAGE_ID, all)),
                config)
            .byId());
  }

  ImageFacts image(String imageId) {
    return images.get(imageId);
  }

  ComparedPicture picture(String imageId) {
    return pictures.get(imageId);
  }

  Optional<GroupOfImage> group(String imageId) {
    return Optional.ofNullable(members.get(imageId))
        .map(
            member -> {
              Row group = groups.get(member.<String>getAs(MembersTable.GROUP_ID));
              return new GroupOfImage(
                  group.getAs(GroupsTable.GROUP_ID),
                  group.getAs(GroupsTable.KIND),
                  group.getAs(GroupsTable.MEMBER_COUNT),
                  group.getAs(GroupsTable.RUN_ID),
                  Optional.ofNullable(images.get(group.getAs(GroupsTable.PRIMARY_IMAGE_ID))),
                  member.getAs(MembersTable.RELATION),
                  member.getAs(MembersTable.DISTANCE),
                  member.getAs(MembersTable.EXPLANATION));
            });
  }

  /** Decisions that name the content of an image. */
  List<Decision> decisions(ImageFacts image) {
    return decisions.stream()
        .filter(decision -> image.sha256().filter(decision.checksums()::contains).isPresent())
        .toList();
  }

  /** What keeps two images out of one group, however alike they are; a clause, if anything does. */
  Optional<String> between(ImageFacts one, ImageFacts other) {
    if (isShared(shots, one, other)) {
      return Optional.of("they are files of one shot");
    }
    if (isShared(bursts, one, other)) {
      return Optional.of("they are frames of one burst");
    }
    return decisions(one).stream()
        .filter(decision -> decision.kind().equals(Decision.NOT_DUPLICATE))
        .filter(decision -> other.sha256().filter(decision.checksums()::contains).isPresent())
        .findFirst()
        .map(
            decision ->
                "%s decided on %s that they are no duplicates"
                    .formatted(decision.actor(), Spoken.time(decision.createdAt())));
  }

  /** A member of a group that cannot share a group with an image, if there is one. */
  Optional<ImageFacts> rival(ImageFacts image, String groupId) {
    Set<String> contents = new HashSet<>();
    decisions(image).stream()
        .filter(decision -> decision.kind().equals(Decision.NOT_DUPLICATE))
        .forEach(decision -> contents.addAll(decision.checksums()));
    Set<String> files = new HashSet<>(filesOf(tables.shots(), ShotsTable.SHOT_ID, shots, image));
    files.addAll(filesOf(tables.bursts(), BurstsTable.BURST_ID, bursts, image));
    files.remove(image.imageId());
    image.sha256().ifPresent(contents::remove);
    return tables
        .members()
        .filter(col(MembersTable.GROUP_ID).equalTo(groupId))
        .filter(isIn(MembersTable.IMAGE_ID, files).or(isIn(MembersTable.SHA256, contents)))
        .orderBy(MembersTable.IMAGE_ID)
        .takeAsList(1)
        .stream()
        .flatMap(
            member ->
                each(
                    tables.images().select(ImageFacts.columns()),
                    ImagesView.IMAGE_ID,
                    Set.of(member.<String>getAs(MembersTable.IMAGE_ID)))
                    .stream())
        .map(ImageFacts::of)
        .findFirst();
  }

  /** A member of a group that was taken at another moment than an image, if there is one. */
  Optional<ImageFacts> otherShot(ImageFacts image, String groupId, AcceptRule rule) {
    Set<String> ids = new HashSet<>();
    tables
        .members()
        .filter(col(MembersTable.GROUP_ID).equalTo(groupId))
        .select(MembersTable.IMAGE_ID)
        .collectAsList()
        .forEach(row -> ids.add(row.getString(0)));
    return ComparedPictures.of(
            ComparedPicture.rows(tables.images(), tables.bursts(), config)
                .filter(isIn(ImagesView.IMAGE_ID, ids)),
            config)
        .firstOtherShot(picture(image.imageId()), rule)
        .flatMap(
            other ->
                each(
                        tables.images().select(ImageFacts.columns()),
                        ImagesView.IMAGE_ID,
                        Set.of(other))
                    .stream()
                    .map(ImageFacts::of)
                    .findFirst());
  }

  /** Why an image may be removed or must stay; one sentence. */
  String removal(ImageFacts image) {
    Optional<GroupOfImage> group = group(image.imageId());
    if (group.isEmpty()) {
      return "Stays: it is in no group.";
    }
    if (group.get().isPrimary()) {
      return "Stays: it is the best of its group.";
    }
    if (decided.stays(image.imageId(), image.sha256().orElse(""))) {
      return "Stays: someone decided to keep it.";
    }
    Set<String> shot = filesOf(tables.shots(), ShotsTable.SHOT_ID, shots, image);
    long mayGo =
        each(tables.members(), MembersTable.IMAGE_ID, shot).stream()
            .filter(member -> !GroupOfImage.PRIMARY.equals(member.getAs(MembersTable.RELATION)))
            .filter(
                member ->
                    !decided.stays(
                        member.getAs(MembersTable.IMAGE_ID), member.getAs(MembersTable.SHA256)))
            .count();
    return mayGo < shot.size()
        ? "Stays: its shot of %d files is not duplicated as a whole.".formatted(shot.size())
        : "May go: the best of its group stays.";
  }

  private void fetchMembers(Set<String> imageIds) {
    each(tables.members(), MembersTable.IMAGE_ID, imageIds)
        .forEach(row -> members.put(row.getAs(MembersTable.IMAGE_ID), row));
  }

  private static Set<String> filesOf(
      Dataset<Row> table, String key, Map<String, String> keys, ImageFacts image) {
    String value = keys.get(image.imageId());
    Set<String> files = new HashSet<>();
    if (value != null) {
      table
          .filter(col(key).equalTo(value))
          .select(ShotsTable.IMAGE_ID)
          .collectAsList()
          .forEach(row -> files.add(row.getString(0)));
    }
    return files;
  }

  private static boolean isShared(Map<String, String> keys, ImageFacts one, ImageFacts other) {
    String key = keys.get(one.imageId());
    return key != null && key.equals(keys.get(other.imageId()));
  }

  private static Map<String, String> column(
      Dataset<Row> table, String key, String value, Set<String> keys) {
    Map<String, String> values = new HashMap<>();
    each(table, key, keys).forEach(row -> values.put(row.getAs(key), row.getAs(value)));
    return values;
  }

  private static List<Row> each(Dataset<Row> table, String key, Set<String> keys) {
    return keys.isEmpty() ? List.of() : table.filter(isIn(key, keys)).collectAsList();
  }

  private static Column isIn(String column, Set<String> values) {
    return col(column).isin(values.toArray());
  }
}
