package io.lumina.organize;

import io.lumina.act.target.TargetTraits;
import io.lumina.library.Units;
import io.lumina.organize.layout.Clashes;
import io.lumina.organize.layout.Folding;
import io.lumina.organize.layout.Layout;
import io.lumina.organize.layout.OnClash;
import io.lumina.organize.layout.PictureFacts;
import io.lumina.organize.layout.Unit;
import io.lumina.organize.layout.UnitFile;
import io.lumina.organize.layout.UnitPlaces;
import io.lumina.table.FilesTable;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * What a task needs to know to place units.
 *
 * @param catalog by name
 * @param target absolute path
 * @param kind copy or move
 * @param under folder below the target in which the layout begins; empty for the target itself
 * @param splitRejected whether rejected units begin in a folder of their own
 */
record PlaceSettings(
    String catalog,
    String target,
    String kind,
    Layout layout,
    OnClash onClash,
    String under,
    boolean splitRejected,
    TargetTraits traits)
    implements Serializable {
  private static final String REJECTED = "_rejected";

  UnitPlaces places() {
    return new UnitPlaces(layout, traits.longestName(), new TargetFolding(traits));
  }

  Clashes clashes() {
    return new Clashes(places(), onClash);
  }

  String key(String relativePath) {
    return traits.folded(relativePath);
  }

  /** A row of {@link OrganizeUnits}. */
  Unit unit(Row row) {
    List<Row> rows = row.getList(row.fieldIndex(OrganizeUnits.FILES));
    Map<String, String> owners = new HashMap<>();
    for (Row file : rows) {
      int sidecars = file.fieldIndex(FilesTable.SIDECARS);
      if (!file.isNullAt(sidecars)) {
        for (String sidecar : file.<String>getList(sidecars)) {
          owners.putIfAbsent(sidecar, name(file.getAs(FilesTable.SOURCE_PATH)));
        }
      }
    }
    String leader = leader(rows);
    List<UnitFile> files = new ArrayList<>();
    for (Row file : rows) {
      String path = file.getAs(FilesTable.SOURCE_PATH);
      boolean isSidecar = FilesTable.SIDECAR.equals(file.getAs(FilesTable.ROLE));
      files.add(
          new UnitFile(
              path,
              name(path),
              file.getAs(FilesTable.SHA256),
              path.equals(leader),
              isSidecar ? Optional.ofNullable(owners.get(path)) : Optional.empty()));
    }
    boolean apart = splitRejected && row.<Boolean>getAs(OrganizeUnits.IS_REJECTED);
    return new Unit(files, facts(row), apart ? REJECTED : under);
  }

  private static String leader(List<Row> files) {
    return files.stream()
        .filter(file -> file.<Boolean>getAs(Units.IS_PRIMARY))
        .map(file -> file.<String>getAs(FilesTable.SOURCE_PATH))
        .min(String::compareTo)
        .orElseGet(
            () ->
                files.stream()
                    .map(file -> file.<String>getAs(FilesTable.SOURCE_PATH))
                    .min(String::compareTo)
                    .orElseThrow());
  }

  private PictureFacts facts(Row row) {
    Row facts = row.getAs(OrganizeUnits.FACTS);
    return new PictureFacts(
        Optional.ofNullable(row.<LocalDateTime>getAs(OrganizeUnits.TAKEN)),
        text(facts, "make"),
        text(facts, "model"),
        Optional.empty(),
        catalog,
        Optional.ofNullable(row.<String>getAs(OrganizeUnits.FOLDER)),
        facts == null ? Optional.empty() : Optional.ofNullable(facts.<Integer>getAs("rating")),
        Optional.ofNullable(row.<String>getAs(OrganizeUnits.BURST)));
  }

  private static Optional<String> text(Row facts, String field) {
    return facts == null ? Optional.empty() : Optional.ofNullable(facts.<String>getAs(field));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Two names that are one file on the target. */
  private record TargetFolding(TargetTraits traits) implements Folding {
    @Override
    public String key(String relativePath) {
      return traits.folded(relativePath);
    }
  }
}
