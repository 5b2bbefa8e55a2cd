package io.lumina.analyze;

import io.lumina.SharedSpark;
import io.lumina.made.SharedFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * A row of the samples' {@code truth.csv}.
 *
 * @param file below the samples' folder
 * @param expect what the samples' README says of it
 * @param sha256 of its bytes
 */
record SampleTruth(String file, String expect, String sha256) {

  static Path folder() {
    return SharedFolder.of("samples");
  }

  static List<SampleTruth> rows() {
    return SharedSpark.session()
        .read()
        .option("header", true)
        .option("escape", "\"")
        .csv(folder().resolve("truth.csv").toString())
        .na()
        .fill("")
        .select("file", "expect", "sha256")
        .collectAsList()
        .stream()
        .map(row -> new SampleTruth(row.getString(0), row.getString(1), row.getString(2)))
        .toList();
  }

  /** The path below the samples' folder of a source path. */
  static String name(String sourcePath) {
    return folder().relativize(Path.of(sourcePath)).toString();
  }
}
