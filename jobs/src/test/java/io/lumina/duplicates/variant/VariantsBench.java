package io.lumina.duplicates.variant;

import io.lumina.container.FileFormat;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.ConsensusRule;
import io.lumina.duplicates.rule.OtherShots;
import io.lumina.duplicates.rule.Turn;
import io.lumina.duplicates.rule.VariantKind;
import io.lumina.image.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many changed pictures are listed beside the picture they came from, and how many pairs of
 * different pictures are: photos of a folder that are turned, framed, cut and compressed anew, and
 * the labelled families of a file of truth. {@code scripts/bench variants} runs the main method.
 */
final class VariantsBench {
  private static final AcceptRule NEAR = new ConsensusRule(5, OtherShots.APART);
  private static final int LEAST_SIDE = 200;

  /** Photos that are nearer are of one scene, and no different pictures. */
  private static final int ONE_SCENE = 80;

  private static final double[] BORDERS = {0.03, 0.05, 0.08, 0.12};
  private static final int[] GREYS = {255, 0, 128};
  private static final double[] CUTS = {0.1, 0.15, 0.2};
  private static final int[] PDQ_LIMITS = {31, 64, 80, 90, 100};

  private final PictureReader reader = new PictureReader();
  private final List<Made> pictures = new ArrayList<>();

  private VariantsBench() {}

  /**
   * A picture.
   *
   * @param scene of which it is
   * @param change that was made; empty for an original
   */
  private record Made(String scene, String change, PicturePrint print) {}

  /** Takes a folder of photos, how many of them to change, and a file of truth or nothing. */
  public static void main(String... arguments) throws IOException {
    VariantsBench made = new VariantsBench();
    int left = Integer.parseInt(arguments[1]);
    try (Stream<Path> tree = Files.walk(Path.of(arguments[0]))) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        if (left > 0 && made.change(file)) {
          left--;
        }
      }
    }
    made.print("photos that were changed");
    made.printCuts();
    if (arguments.length > 2) {
      VariantsBench labelled = new VariantsBench();
      labelled.read(Path.of(arguments[2]));
      labelled.print("labelled families");
    }
    System.exit(0);
  }

  /** Whether it is a photo of a scene of its own. */
  private boolean change(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    Optional<ChangedPicture> read =
        FileFormat.detect(content) == FileFormat.JPEG
            ? ChangedPicture.of(content).filter(picture -> picture.isLarge(LEAST_SIDE))
            : Optional.empty();
    String scene = file.toString();
    Optional<PicturePrint> original = read.flatMap(picture -> print(picture.jpeg(92)));
    if (original.filter(this::isNew).isEmpty()) {
      return false;
    }
    pictures.add(new Made(scene, "", original.get()));
    ChangedPicture picture = read.get();
    for (Turn turn : Turn.values()) {
      if (turn != Turn.NONE) {
        add(scene, "turned", picture.turned(turn).jpeg(90));
        add(scene, "turned, half the size", picture.turned(turn).scaled(0.5).jpeg(75));
      }
    }
    for (double part : BORDERS) {
      for (int grey : GREYS) {
        add(scene, "framed, %2.0f %%".formatted(100 * part), picture.framed(part, grey).jpeg(85));
      }
    }
    for (double part : CUTS) {
      add(scene, "cut, %2.0f %%".formatted(100 * part), picture.cut(part).jpeg(85));
    }
    return true;
  }

  private boolean isNew(PicturePrint print) {
    return pictures.stream()
        .filter(other -> other.change.isEmpty())
        .noneMatch(other -> other.print.pdqDistance(print) <= ONE_SCENE);
  }

  private void add(String scene, String change, byte[] content) {
    print(content).ifPresent(print -> pictures.add(new Made(scene, change, print)));
  }

  private Optional<PicturePrint> print(byte[] content) {
    return PicturePrint.of(pictures.size(), reader.read(content, FileFormat.detect(content)));
  }

  /** Rows of file, category, level, family and transform. */
  private void read(Path truth) throws IOException {
    for (String line : Files.readAllLines(truth)) {
      String[] fields = line.split(",", -1);
      if (fields[0].matches("dups/.*\\.(jpe?g|png|webp|gif)")) {
        String scene = fields[3].isEmpty() || "different".equals(fields[2]) ? fields[0] : fields[3];
        String change = "original".equals(fields[2]) ? "" : fields[2] + " " + fields[4];
        add(scene, change, Files.readAllBytes(truth.resolveSibling(fields[0])));
      }
    }
  }

  private void print(String title) {
    System.out.printf("%n%-30s%9s%9s%9s%9s%n", title, "pictures", "turned", "framed", "captioned");
    Map<String, int[]> rows = new TreeMap<>();
    for (Made made : pictures) {
      Optional<Made> origin =
          pictures.stream()
              .filter(other -> other.scene.equals(made.scene) && other.change.isEmpty())
              .findFirst();
      if (!made.change.isEmpty() && origin.isPresent()) {
        int[] row = rows.computeIfAbsent(made.change, any -> new int[1 + kinds()]);
        row[0]++;
        made.print.variant(origin.get().print, NEAR).ifPresent(kind -> row[1 + kind.ordinal()]++);
      }
    }
    rows.forEach(
        (change, row) ->
            System.out.printf("  %-28s%9d%9d%9d%9d%n", change, row[0], row[1], row[2], row[3]));
    int[] right = new int[kinds()];
    int[] wrong = new int[kinds()];
    for (int i = 0; i < pictures.size(); i++) {
      for (int j = 0; j < i; j++) {
        Made a = pictures.get(i);
        Made b = pictures.get(j);
        int[] count = a.scene.equals(b.scene) ? right : wrong;
        a.print.variant(b.print, NEAR).ifPresent(kind -> count[kind.ordinal()]++);
      }
    }
    System.out.printf(
        "  %-28s%9s%9d%9d%9d%n", "all pairs of one scene", "", right[0], right[1], right[2]);
    System.out.printf(
        "  %-28s%9s%9d%9d%9d%n", "all pairs of two scenes", "", wrong[0], wrong[1], wrong[2]);
  }

  private static int kinds() {
    return VariantKind.values().length;
  }

  /** Whether a bound of PDQ alone would tell what was cut. */
  private void printCuts() {
    System.out.printf("%n%-30s", "bits of PDQ at most");
    for (int limit : PDQ_LIMITS) {
      System.out.printf("%9d", limit);
    }
    System.out.println();
    List<Made> originals = pictures.stream().filter(made -> made.change.isEmpty()).toList();
    for (double part : CUTS) {
      String change = "cut, %2.0f %%".formatted(100 * part);
      List<Made> cut = pictures.stream().filter(made -> made.change.equals(change)).toList();
      row(change + " and the photo", cut, originals, true);
      row(change + " and another", cut, originals, false);
    }
  }

  private static void row(String name, List<Made> cut, List<Made> originals, boolean same) {
    System.out.printf("  %-28s", name);
    for (int limit : PDQ_LIMITS) {
      long pairs =
          cut.stream()
              .flatMap(
                  made ->
                      originals.stream()
                          .filter(other -> other.scene.equals(made.scene) == same)
                          .filter(other -> other.print.pdqDistance(made.print) <= limit))
              .count();
      System.out.printf("%9d", pairs);
    }
    System.out.println();
  }
}
