package io.lumina.duplicates;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.UsualRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Some pictures of a catalog, each compared with each: the plain definition, without any search.
 */
public final class ComparedPictures {
  private final List<ComparedPicture> pictures;
  private final AcceptRule rule;

  private ComparedPictures(List<ComparedPicture> pictures, AcceptRule rule) {
    this.pictures = pictures;
    this.rule = rule;
  }

  /**
   * Fetches pictures, about 400 bytes each.
   *
   * @param rows some of {@link ComparedPicture#rows}
   */
  public static ComparedPictures of(Dataset<Row> rows, DuplicatesConfig config) {
    return new ComparedPictures(
        rows.collectAsList().stream().map(row -> ComparedPicture.of(row, config)).toList(),
        config.rule());
  }

  /** All pictures by the ids of their images. */
  public Map<String, ComparedPicture> byId() {
    Map<String, ComparedPicture> byId = new HashMap<>();
    pictures.forEach(picture -> byId.put(picture.imageId(), picture));
    return byId;
  }

  /** Any picture that a rule holds for another press of the shutter than the given one. */
  public Optional<String> firstOtherShot(ComparedPicture picture, AcceptRule told) {
    return pictures.stream()
        .filter(other -> picture.isOtherShot(other, told))
        .map(ComparedPicture::imageId)
        .sorted()
        .findFirst();
  }

  /** Every pair that the rule accepts, once. n pictures cost n²/2 comparisons of a few longs. */
  public void forEachAccepted(PairOfPictures found) {
    for (int i = 1; i < pictures.size(); i++) {
      ComparedPicture one = pictures.get(i);
      for (int j = 0; j < i; j++) {
        ComparedPicture other = pictures.get(j);
        if (one.near(other, rule) || one.sameBytes(other)) {
          found.accept(one.imageId(), other.imageId());
        }
      }
    }
  }

  /** Every pair that another rule accepts, once. */
  public void forEachAccepted(UsualRule other, PairOfPictures found) {
    for (int i = 1; i < pictures.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (pictures.get(i).near(pictures.get(j), other)
            || pictures.get(i).sameBytes(pictures.get(j))) {
          found.accept(pictures.get(i).imageId(), pictures.get(j).imageId());
        }
      }
    }
  }

  /** What is done with a pair. */
  @FunctionalInterface
  public interface PairOfPictures {
    /** Takes the ids of two images. */
    void accept(String one, String other);
  }
}
