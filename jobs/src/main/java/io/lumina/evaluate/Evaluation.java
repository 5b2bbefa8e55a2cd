package io.lumina.evaluate;

import io.lumina.duplicates.rule.Verdict;
import io.lumina.ledger.GroupsRun;
import io.lumina.score.FilePair;
import io.lumina.score.LabelledFile;
import io.lumina.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What came out of holding a catalog against labels.
 *
 * @param catalog by name
 * @param truth the file of labels
 * @param run that made the groups
 * @param versions of the tables read
 * @param rule in one sentence
 * @param scored labelled pictures that are scored, also those that the catalog lacks
 * @param missing of these, labels that fit no file
 * @param outside labels of files in no source directory of the catalog, not scored
 * @param others labelled files that are no pictures to be grouped, not scored
 * @param unlabelled present files without a label
 * @param groups score over the catalog's groups
 * @param pairs score over the pairs that the rule accepts
 * @param usual scores over the pairs that other rules accept, by their names
 * @param verdicts of the rule on the false and the missed pairs, where the catalog has both
 */
public record Evaluation(
    String catalog,
    String truth,
    GroupsRun run,
    Map<String, Long> versions,
    String rule,
    long scored,
    Names missing,
    Names outside,
    long others,
    Names unlabelled,
    Score groups,
    Score pairs,
    Map<String, Score> usual,
    Map<FilePair, Verdict> verdicts) {

  /** Pairs that at least one of the two ways found wrongly, the first by name. */
  List<FilePair> falsePairs(int most) {
    return first(Score::falsePairs, most);
  }

  /** Pairs that at least one of the two ways missed, the first by name. */
  List<FilePair> missedPairs(int most) {
    return first(Score::missedPairs, most);
  }

  /** Which F1 is below a bound and by how much: one clause each. */
  public List<String> below(double bound) {
    List<String> below = new ArrayList<>();
    add(below, "pairs", pairs.f1(), bound);
    add(below, "groups", groups.f1(), bound);
    return below;
  }

  private static void add(List<String> below, String name, double f1, double bound) {
    if (f1 < bound) {
      below.add(
          String.format(
              Locale.ROOT, "F1 of %s is %.5f, %.5f below %s", name, f1, bound - f1, bound));
    }
  }

  private List<FilePair> first(Function<Score, List<FilePair>> part, int most) {
    TreeSet<FilePair> both = new TreeSet<>(part.apply(groups));
    both.addAll(part.apply(pairs));
    return both.stream().limit(most).toList();
  }

  /**
   * Files, the first of them by name.
   *
   * @param count of all
   * @param first a few
   */
  record Names(long count, List<String> first) {
    /** So many are named. */
    static final int MOST = 3;

    static Names of(List<LabelledFile> files) {
      return new Names(
          files.size(), files.stream().map(LabelledFile::file).sorted().limit(MOST).toList());
    }
  }
}
