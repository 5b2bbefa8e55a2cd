package io.lumina.score;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Labels by level and family. */
final class SampleForm implements TruthForm {
  static final List<String> COLUMNS = List.of("file", "level", "family");

  /** Categories whose files are broken on purpose or no pictures: nobody says what is like what. */
  private static final Set<String> NO_PICTURES = Set.of("bad", "video", "audio");

  private static final String SIDECAR = "sidecar";

  @Override
  public Truth truth(String name, List<TruthLine> lines) {
    List<LabelledFile> pictures = new ArrayList<>();
    List<LabelledFile> others = new ArrayList<>();
    for (TruthLine line : lines) {
      LabelledFile label =
          new LabelledFile(
              line.get("file"),
              line.get("family"),
              level(name, line),
              line.get("transform"),
              line.get("confusable"));
      boolean picture =
          !NO_PICTURES.contains(line.get("category")) && !SIDECAR.equals(line.get("expect"));
      (picture ? pictures : others).add(label);
    }
    return new Truth(pictures, others);
  }

  private static Level level(String name, TruthLine line) {
    return Level.of(line.get("level"))
        .orElseThrow(
            () ->
                new LuminaException(
                    ExitCode.USAGE,
                    ("%s: line %d has level '%s'; it must be empty or one of original, near, copy,"
                            + " metadata, hard, burst, different, flat")
                        .formatted(name, line.number(), line.get("level"))));
  }
}
