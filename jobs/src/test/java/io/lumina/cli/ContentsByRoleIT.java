package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.hostile.HostileFiles;
import io.lumina.library.Images;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Equal bytes in files of another role or extension, whichever came first. */
class ContentsByRoleIT {
  private static final byte[] EMPTY = {};

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void each_file_is_what_it_is_whichever_was_read_first(boolean sidecarsFirst) throws IOException {
    byte[] tiff = new HostileFiles(4).picture("tif");
    byte[] xmp = packet().getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> one =
        new LinkedHashMap<>(Map.of("e/A.json", EMPTY, "x.tif", tiff, "text.jpg", xmp));
    Map<String, byte[]> two =
        new LinkedHashMap<>(
            Map.of(
                "e/B.jpg", EMPTY,
                "e/C.jpg", EMPTY,
                "x.nef", tiff,
                "y.TIF", tiff,
                "P.png", new HostileFiles(5).picture("png"),
                "P.png.xmp", xmp));
    List<Map<String, byte[]>> nights = new ArrayList<>(List.of(one, two));
    if (!sidecarsFirst) {
      Collections.reverse(nights);
    }
    Nights catalog = new Nights(folder, "roles_" + sidecarsFirst);
    catalog.run("catalog", "create", "roles", "--photos", photos().toString());

    for (Map<String, byte[]> night : nights) {
      add(night);
      read(catalog);
    }

    check(catalog);
    add(Map.of("e/D.png", EMPTY, "z.nef", tiff));
    read(catalog, "--set", "analyze.max-failed-fraction=1");
    check(catalog);
    assertThat(images(catalog).get("z.nef").<String>getAs(ImagesView.FORMAT)).isEqualTo("NEF");
    long rows = catalog.store().read(AssetsTable.SPEC).count();
    catalog.run("analyze", "--fresh", "--set", "analyze.max-failed-fraction=1");
    check(catalog);
    assertThat(catalog.store().read(AssetsTable.SPEC).count()).isEqualTo(rows);
  }

  @Test
  void a_file_whose_role_changes_is_read_in_its_new_role() throws IOException {
    Nights catalog = new Nights(folder, "roles_change");
    add(Map.of("a.jpg", packet().getBytes(StandardCharsets.UTF_8), "b.txt", EMPTY));
    catalog.run("catalog", "create", "roles", "--photos", photos().toString());
    read(catalog);
    assertThat(images(catalog)).containsOnlyKeys("a.jpg");

    read(catalog, "--set", "scan.sidecar-extensions=[jpg]", "--set", "scan.extensions=[txt]");

    assertThat(
            catalog.store().read(AssetsTable.SPEC).collectAsList().stream()
                .map(row -> row.getAs(AssetsTable.FORMAT) + " " + row.getAs(AssetsTable.READ_AS)))
        .containsExactlyInAnyOrder("XMP null", "SIDECAR sidecar", "UNKNOWN null");
    assertThat(images(catalog)).containsOnlyKeys("b.txt");
  }

  private void check(Nights catalog) {
    Map<String, Row> images = images(catalog);
    for (String empty : List.of("B.jpg", "C.jpg")) {
      assertThat(images.get(empty).<String>getAs(ImagesView.CORRUPTION)).isEqualTo("severe");
      assertThat(codes(images.get(empty))).contains("empty_file").doesNotContain("bad_sidecar");
    }
    assertThat(images.get("x.tif").<String>getAs(ImagesView.FORMAT)).isEqualTo("TIFF");
    assertThat(images.get("y.TIF").<String>getAs(ImagesView.FORMAT)).isEqualTo("TIFF");
    assertThat(images.get("x.nef").<String>getAs(ImagesView.FORMAT)).isEqualTo("NEF");
    assertThat(images.get("x.tif").<byte[]>getAs(ImagesView.LUMA)).isNotNull();
    assertThat(images.get("text.jpg").<String>getAs(ImagesView.CORRUPTION)).isEqualTo("severe");
    assertThat(images.get("P.png").<Row>getAs(ImagesView.METADATA).<Integer>getAs("rating"))
        .isEqualTo(4);
    assertThat(images).doesNotContainKey("A.json");
  }

  /** By name; a file of which there were two rows would throw. */
  private static Map<String, Row> images(Nights catalog) {
    Map<String, Row> images = new TreeMap<>();
    for (Row row :
        new Images("")
            .of(catalog.store().read(FilesTable.SPEC), catalog.store().read(AssetsTable.SPEC))
            .collectAsList()) {
      String path = row.getAs(ImagesView.SOURCE_PATH);
      assertThat(images.put(path.substring(path.lastIndexOf('/') + 1), row)).isNull();
    }
    return images;
  }

  private static List<String> codes(Row image) {
    return image.<Row>getList(image.fieldIndex(ImagesView.ISSUES)).stream()
        .map(issue -> issue.getString(0))
        .toList();
  }

  private static void read(Nights catalog, String... settings) {
    List<String> analyze =
        new ArrayList<>(List.of("analyze", "--set", "analyze.max-failed-fraction=1"));
    analyze.addAll(List.of(settings));
    List<String> scan = new ArrayList<>(List.of("scan"));
    scan.addAll(List.of(settings));
    catalog.run(scan.toArray(String[]::new));
    catalog.run(analyze.toArray(String[]::new));
  }

  private void add(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = photos().resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private Path photos() throws IOException {
    return Files.createDirectories(folder.resolve("photos"));
  }

  private static String packet() {
    return "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
        + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        + "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
        + " xmp:Rating='4'/></rdf:RDF></x:xmpmeta>";
  }
}
