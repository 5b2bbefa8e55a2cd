package io.lumina.analyze;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that lists photos of its own and analyses them, one night or several. */
abstract class AnalysisOfPhotos {
  @TempDir Path photos;
  @TempDir Path warehouse;

  Analysis analysis;
  ListedRows listing;

  @BeforeEach
  void start() {
    analysis = new Analysis(warehouse);
    listing = new ListedRows(photos, "scan-1");
  }

  Path photo(String name, int seed) throws IOException {
    return TestPictures.jpeg(photos.resolve(name), seed);
  }
}
