package io.lumina.evaluate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring_index;

import io.lumina.duplicates.ComparedPicture;
import io.lumina.duplicates.ComparedPictures;
import io.lumina.duplicates.DuplicatesConfig;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.UsualRule;
import io.lumina.duplicates.rule.Verdict;
import io.lumina.explain.CatalogReading;
import io.lumina.score.CatalogFile;
import io.lumina.score.FilePair;
import io.lumina.score.LabelledFile;
import io.lumina.score.MatchedLabels;
import io.lumina.score.Score;
import io.lumina.score.Tally;
import io.lumina.score.Truth;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Brings labels and a catalog together. */
public final class Evaluator {
  private static final String NAME = "name";

  private final CatalogReading reading;
  private final int show;
  private final List<UsualRule> usual;

  /**
   * For one catalog.
   *
   * @param show how many false and missed pairs to name
   * @param usual rules to score beside that of the catalog
   */
  public Evaluator(CatalogReading reading, int show, List<UsualRule> usual) {
    this.reading = reading;
    this.show = show;
    this.usual = usual;
  }

  public Evaluation evaluate(String truth, Truth labels) {
    List<LabelledFile> all =
        Stream.concat(labels.pictures().stream(), labels.others().stream()).toList();
    MatchedLabels matched =
        MatchedLabels.of(all, candidates(all), reading.catalog().sourceDirectories());
    Set<LabelledFile> outside = new LinkedHashSet<>(matched.outside());
    List<LabelledFile> scored =
        labels.pictures().stream().filter(label -> !outside.contains(label)).toList();
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < scored.size(); i++) {
      CatalogFile file = matched.files().get(scored.get(i));
      if (file != null) {
        places.put(file.id(), i);
      }
    }
    Dataset<Row> labelled = ids(List.copyOf(places.keySet()), ImagesView.IMAGE_ID);
    DuplicatesConfig config = reading.duplicates();
    ComparedPictures pictures =
        ComparedPictures.of(
            ComparedPicture.rows(reading.tables().images(), reading.tables().bursts(), config)
                .join(broadcast(labelled), ImagesView.IMAGE_ID),
            config);
    Score groups = groups(scored, places, labelled);
    Score pairs = pairs(scored, places, pictures);
    Set<LabelledFile> pictured = new LinkedHashSet<>(labels.pictures());
    return new Evaluation(
        reading.catalog().name(),
        truth,
        reading.groupsRun(),
        reading.tables().versions(),
        config.rule().sentence(),
        scored.size(),
        Evaluation.Names.of(matched.missing().stream().filter(pictured::contains).toList()),
        Evaluation.Names.of(matched.outside().stream().filter(pictured::contains).toList()),
        labels.others().size(),
        unlabelled(matched),
        groups,
        pairs,
        usual(scored, places, pictures),
        verdicts(groups, pairs, matched, pictures.byId(), config.rule()));
  }

  /** Present files that have the name of a labelled one. */
  private List<CatalogFile> candidates(List<LabelledFile> labels) {
    List<String> names =
        labels.stream()
            .map(label -> label.file().substring(label.file().lastIndexOf('/') + 1))
            .distinct()
            .toList();
    return present()
        .withColumn(NAME, substring_index(col(FilesTable.SOURCE_PATH), "/", -1))
        .join(broadcast(ids(names, NAME)), NAME)
        .select(FilesTable.FILE_ID, FilesTable.SOURCE_PATH, FilesTable.ROOT)
        .collectAsList()
        .stream()
        .map(row -> new CatalogFile(row.getString(0), row.getString(1), row.getString(2)))
        .toList();
  }

  private Evaluation.Names unlabelled(MatchedLabels matched) {
    List<String> ids = matched.files().values().stream().map(CatalogFile::id).toList();
    Dataset<Row> others =
        present()
            .filter(col(FilesTable.ROLE).equalTo(FilesTable.MEDIA))
            .join(
                broadcast(ids(ids, FilesTable.FILE_ID)),
                new String[] {FilesTable.FILE_ID},
                "left_anti");
    return new Evaluation.Names(
        others.count(),
        others
            .select(FilesTable.SOURCE_PATH)
            .orderBy(FilesTable.SOURCE_PATH)
            .as(Encoders.STRING())
            .takeAsList(Evaluation.Names.MOST));
  }

  private Score groups(
      List<LabelledFile> scored, Map<String, Integer> places, Dataset<Row> labelled) {
    Map<String, List<Integer>> groups = new HashMap<>();
    reading
        .tables()
        .members()
        .join(broadcast(labelled), MembersTable.IMAGE_ID)
        .select(MembersTable.GROUP_ID, MembersTable.IMAGE_ID)
        .collectAsList()
        .forEach(
            row ->
                groups
                    .computeIfAbsent(row.getString(0), any -> new ArrayList<>())
                    .add(places.get(row.getString(1))));
    Tally tally = new Tally(scored, show);
    for (List<Integer> group : groups.values()) {
      for (int i = 1; i < group.size(); i++) {
        for (int j = 0; j < i; j++) {
          tally.found(group.get(i), group.get(j));
        }
      }
    }
    return tally.score();
  }

  private Score pairs(
      List<LabelledFile> scored, Map<String, Integer> places, ComparedPictures pictures) {
    Tally tally = new Tally(scored, show);
    pictures.forEachAccepted((one, other) -> tally.found(places.get(one), places.get(other)));
    return tally.score();
  }

  private Map<String, Score> usual(
      List<LabelledFile> scored, Map<String, Integer> places, ComparedPictures pictures) {
    Map<String, Score> scores = new LinkedHashMap<>();
    for (UsualRule rule : usual) {
      Tally tally = new Tally(scored, 0);
      pictures.forEachAccepted(
          rule, (one, other) -> tally.found(places.get(one), places.get(other)));
      scores.put(rule.name(), tally.score());
    }
    return scores;
  }

  private static Map<FilePair, Verdict> verdicts(
      Score groups,
      Score pairs,
      MatchedLabels matched,
      Map<String, ComparedPicture> pictures,
      AcceptRule rule) {
    Map<FilePair, Verdict> verdicts = new HashMap<>();
    Stream.of(groups.falsePairs(), groups.missedPairs(), pairs.falsePairs(), pairs.missedPairs())
        .flatMap(List::stream)
        .distinct()
        .filter(pair -> matched.files().keySet().containsAll(List.of(pair.a(), pair.b())))
        .forEach(
            pair -> {
              ComparedPicture a = pictures.get(matched.files().get(pair.a()).id());
              ComparedPicture b = pictures.get(matched.files().get(pair.b()).id());
              if (a != null && b != null) {
                verdicts.put(pair, a.verdict(b, rule));
              }
            });
    return verdicts;
  }

  private Dataset<Row> present() {
    return reading.tables().files().filter(col(FilesTable.STATE).equalTo(FilesTable.PRESENT));
  }

  private Dataset<Row> ids(List<String> values, String column) {
    return reading.spark().createDataset(values, Encoders.STRING()).toDF(column);
  }
}
