package io.lumina.identity;

import io.lumina.hash.Sha256;
import io.lumina.table.FilesTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** The tables of a catalog beside what the model says of them. */
final class Comparison {
  private static final int MOST_TOLD = 3;

  private final Map<String, String> numberOf = new HashMap<>();
  private final Map<String, String> idOf = new HashMap<>();
  private final Map<Integer, String> checksums = new HashMap<>();

  /** The first histories that are not as they should be, each as a list that a person can read. */
  List<String> wrong(List<History> histories, RealCatalog catalog, Path photos) {
    Map<String, List<String>> files = new HashMap<>();
    for (Row row :
        catalog
            .files()
            .select(
                FilesTable.SOURCE_PATH,
                FilesTable.FILE_ID,
                FilesTable.SHA256,
                FilesTable.STATE,
                FilesTable.WAS_STATE)
            .collectAsList()) {
      add(
          files,
          photos,
          row.getString(0),
          row.getString(1)
              + "|"
              + row.getString(2)
              + "|"
              + row.getString(3)
              + "|"
              + (row.isNullAt(4) ? "" : "open"));
    }
    Map<String, List<String>> rows = new HashMap<>();
    for (String row :
        catalog.ask(
            "SELECT source_path, id, checksum, state, status FROM lumina.images"
                + " WHERE catalog_id = ?")) {
      int path = row.indexOf('|');
      add(rows, photos, row.substring(0, path), row.substring(path + 1));
    }
    Map<String, List<String>> kept = new HashMap<>();
    for (String row :
        catalog.ask(
            "SELECT source_path, checksum, status FROM lumina.kept_statuses WHERE catalog_id ="
                + " ?")) {
      int path = row.indexOf('|');
      add(kept, photos, row.substring(0, path), row.substring(path + 1));
    }
    List<String> wrong = new ArrayList<>();
    for (History history : histories) {
      Set<String> is = new TreeSet<>();
      String folder = history.folder();
      files.getOrDefault(folder, List.of()).forEach(row -> is.add("file " + named(folder, row)));
      rows.getOrDefault(folder, List.of()).forEach(row -> is.add("row  " + named(folder, row)));
      kept.getOrDefault(folder, List.of()).forEach(row -> is.add("kept " + row));
      Set<String> should = expected(history, is);
      if (!is.equals(should) && wrong.size() < MOST_TOLD) {
        wrong.add(
            "\n"
                + folder
                + "\n  "
                + String.join("\n  ", history.steps())
                + "\n is\n  "
                + String.join("\n  ", is)
                + "\n should be\n  "
                + String.join("\n  ", should)
                + "\n");
      }
    }
    return wrong;
  }

  private static void add(
      Map<String, List<String>> found, Path photos, String path, String values) {
    String below = path.substring(photos.toString().length() + 1);
    int slash = below.indexOf('/');
    found
        .computeIfAbsent(below.substring(0, slash), any -> new ArrayList<>())
        .add(below.substring(slash + 1) + "|" + values);
  }

  /** The row with the number of the model in place of the id. */
  private String named(String folder, String row) {
    String[] parts = row.split("\\|", -1);
    String number = numberOf.get(parts[1]);
    parts[1] = number != null && number.startsWith(folder + " ") ? number : parts[1];
    return String.join("|", parts);
  }

  private Set<String> expected(History history, Set<String> is) {
    Set<String> should = new TreeSet<>();
    String folder = history.folder();
    for (KnownFile file : history.files()) {
      String rest =
          checksum(file.read) + "|" + state(file.present) + "|" + (file.open ? "open" : "");
      should.add("file " + file.path + "|" + id(folder, file, is) + "|" + rest);
    }
    for (PublishedModel.Published row : history.rows().rows()) {
      String rest = checksum(row.content) + "|" + state(row.present) + "|" + row.status;
      String name =
          row.id == PublishedModel.UNKNOWN ? found(is, "row  " + row.path) : folder + " " + row.id;
      should.add("row  " + row.path + "|" + name + "|" + rest);
    }
    for (PublishedModel.Kept said : history.rows().kept()) {
      should.add("kept " + said.path() + "|" + checksum(said.content()) + "|" + said.status());
    }
    return should;
  }

  /** The model's number of a file; a number that is new stands for an id that nobody had. */
  private String id(String folder, KnownFile file, Set<String> is) {
    String number = folder + " " + file.id;
    String real = found(is, "file " + file.path);
    if (!idOf.containsKey(number) && !numberOf.containsKey(real) && real.contains("-")) {
      idOf.put(number, real);
      numberOf.put(real, number);
      for (String line : List.copyOf(is)) {
        if (line.contains("|" + real + "|")) {
          is.remove(line);
          is.add(line.replace("|" + real + "|", "|" + number + "|"));
        }
      }
    }
    return number;
  }

  private static String found(Set<String> is, String file) {
    return is.stream()
        .filter(line -> line.startsWith(file + "|"))
        .map(line -> line.split("\\|", -1)[1])
        .findFirst()
        .orElse("none");
  }

  private static String state(boolean present) {
    return present ? FilesTable.PRESENT : FilesTable.MISSING;
  }

  private String checksum(Integer content) {
    return content == null
        ? "null"
        : checksums.computeIfAbsent(
            content, any -> Sha256.of(new Lying(content, Lying.sizeOf(content), 0).bytes()));
  }
}
