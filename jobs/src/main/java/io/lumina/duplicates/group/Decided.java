package io.lumina.duplicates.group;

import io.lumina.table.DecisionRows;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * What people decided about contents and files. There is little of it, and every task knows all.
 *
 * @param contents the standing of contents that a keep or reject decision names
 * @param apart for a content the numbers of the not_duplicate decisions that name it
 * @param files the standing of images by their statuses
 */
public record Decided(
    Map<String, Standing> contents, Map<String, Set<Integer>> apart, Map<String, Standing> files)
    implements Serializable {
  /** Nobody decided anything. */
  static final Decided NONE = new Decided(Map.of(), Map.of(), Map.of());

  private static final Map<String, Standing> BY_KIND =
      Map.of(
          DecisionRows.KEEP, Standing.CHOSEN,
          DecisionRows.REJECT, Standing.REJECTED,
          DecisionRows.SELECTED, Standing.CHOSEN,
          DecisionRows.REJECTED, Standing.REJECTED,
          DecisionRows.ARCHIVED, Standing.ARCHIVED);

  /**
   * Reads them; kinds that do not concern duplicates are passed over.
   *
   * @param decisions rows of {@link DecisionRows}, the oldest first: of two that speak of one
   *     content the later holds
   */
  public static Decided of(List<Row> decisions) {
    Decided decided = new Decided(new HashMap<>(), new HashMap<>(), new HashMap<>());
    int number = 0;
    for (Row row : decisions) {
      String kind = row.getAs(DecisionRows.KIND);
      Standing standing = BY_KIND.get(kind);
      for (String content : list(row, DecisionRows.CHECKSUMS)) {
        if (DecisionRows.NOT_DUPLICATE.equals(kind)) {
          decided.apart.computeIfAbsent(content, any -> new HashSet<>()).add(number);
        } else if (standing != null) {
          decided.contents.put(content, standing);
        }
      }
      for (String image : list(row, DecisionRows.IMAGES)) {
        if (standing != null) {
          decided.files.put(image, standing);
        }
      }
      number++;
    }
    return decided;
  }

  private static List<String> list(Row row, String column) {
    int at = row.fieldIndex(column);
    return row.isNullAt(at) ? List.of() : new ArrayList<>(row.getList(at));
  }

  /** The standing of a file: what was said of it alone, else of its content. */
  Standing standing(String imageId, String sha256) {
    Standing content = contents.getOrDefault(sha256, Standing.USUAL);
    return files.getOrDefault(imageId, content);
  }

  /** Whether no file of a content is ever offered for removal. */
  boolean keeps(String sha256) {
    return contents.get(sha256) == Standing.CHOSEN;
  }

  /** Whether people want a file to stay, whatever its group says. */
  public boolean stays(String imageId, String sha256) {
    return keeps(sha256) || files.get(imageId) == Standing.CHOSEN;
  }

  /** Numbers of the decisions that set a content apart from others. */
  Set<Integer> apartIn(String sha256) {
    return apart.getOrDefault(sha256, Set.of());
  }
}
