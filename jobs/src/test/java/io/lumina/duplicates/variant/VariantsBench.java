package io.lumina.duplicates.variant;

import io.lumina.container.FileFormat;
import io.lumina.duplicates.rule.ConsensusRule;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.rule.Moment;
import io.lumina.duplicates.rule.OtherShots;
import io.lumina.duplicates.rule.Turn;
import io.lumina.hash.AverageHash;
import io.lumina.hash.DifferenceHash;
import io.lumina.hash.HashVersion;
import io.lumina.hash.Pdq;
import io.lumina.hash.PdqHash;
import io.lumina.hash.Unframed;
import io.lumina.hash.WaveletHash;
import io.lumina.image.PictureReader;
import io.lumina.image.reading.PictureReading;
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
 * How many pictures that were turned and framed the rule finds beside the picture they came from,
 * and how many pairs of other pictures it takes for such: photos of a folder, changed, compressed
 * anew and made half as large. {@code scripts/bench variants} runs the main method.
 */
final class VariantsBench {
  private static final VariantRule RULE = new VariantRule(new ConsensusRule(5, OtherShots.APART));
  private static final int LEAST_SIDE = 200;
  private static final double[] BORDERS = {0.03, 0.05, 0.08, 0.12};
  private static final int[] GREYS = {255, 0, 128};
  private static final double[] CUTS = {0.1, 0.15, 0.2};

  private final PictureReader reader = new PictureReader();
  private final List<Made> pictures = new ArrayList<>();

  private VariantsBench() {}

  /** One file of a photo: the photo itself, or what was made of it. */
  private record Made(int photo, String change, long[] whole, Optional<long[]> inside) {}

  /** Takes a folder and the number of photos to change. */
  public static void main(String... arguments) throws IOException {
    VariantsBench bench = new VariantsBench();
    int most = Integer.parseInt(arguments[1]);
    int photo = 0;
    try (Stream<Path> tree = Files.walk(Path.of(arguments[0]))) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        if (photo < most && bench.add(photo, Files.readAllBytes(file))) {
          System.out.println(photo + " " + file);
          photo++;
        }
      }
    }
    bench.print();
    System.exit(0);
  }

  private boolean add(int photo, byte[] content) {
    Optional<ChangedPicture> read =
        FileFormat.detect(content) == FileFormat.JPEG
            ? ChangedPicture.of(content).filter(picture -> picture.isLarge(LEAST_SIDE))
            : Optional.empty();
    if (read.isEmpty() || !add(photo, "", read.get(), 92)) {
      return false;
    }
    Made added = pictures.get(pictures.size() - 1);
    if (pictures.stream()
        .anyMatch(
            other ->
                other != added
                    && other.change.isEmpty()
                    && Evidence.pdqDistance(
                            other.whole,
                            VariantRecord.EVIDENCE,
                            added.whole,
                            VariantRecord.EVIDENCE)
                        <= 80)) {
      pictures.remove(added);
      return false;
    }
    ChangedPicture picture = read.get();
    for (Turn turn : Turn.values()) {
      if (turn != Turn.NONE) {
        add(photo, "turned", picture.turned(turn), 90);
        add(photo, "turned, half", picture.turned(turn).scaled(0.5), 75);
      }
    }
    for (double part : BORDERS) {
      for (int grey : GREYS) {
        add(photo, "framed %2.0f %%".formatted(100 * part), picture.framed(part, grey), 85);
      }
    }
    for (double part : CUTS) {
      add(photo, "cut %2.0f %%".formatted(100 * part), picture.cut(part), 85);
    }
    return true;
  }

  private boolean add(int photo, String change, ChangedPicture picture, int quality) {
    PictureReading reading = reader.read(picture.jpeg(quality), FileFormat.JPEG);
    if (!reading.hasLuma()) {
      return false;
    }
    byte[] luma = reading.luma();
    PdqHash pdq = Pdq.ofLuma(luma);
    if (!pdq.isTrusted()) {
      return false;
    }
    long facts =
        Facts.of(
            Math.max(reading.width(), reading.height()),
            Math.min(reading.width(), reading.height()),
            HashVersion.ALGO_VERSION);
    long node = pictures.size();
    long[] whole =
        record(
            VariantRecord.WHOLE,
            node,
            AverageHash.ofLuma(luma),
            WaveletHash.ofLuma(luma),
            DifferenceHash.ofLuma(luma),
            pdq.bits(),
            facts);
    Optional<long[]> inside =
        Unframed.ofLuma(luma)
            .map(
                inner ->
                    record(
                        VariantRecord.INSIDE,
                        node,
                        inner.ahash(),
                        inner.whash(),
                        inner.dhash(),
                        inner.pdq(),
                        facts));
    pictures.add(new Made(photo, change, whole, inside));
    return true;
  }

  private static long[] record(
      int side, long node, long ahash, long whash, long dhash, byte[] pdq, long facts) {
    long[] record = new long[VariantRecord.WIDTH];
    record[VariantRecord.SIDE] = side;
    record[VariantRecord.NODE] = node;
    record[VariantRecord.AHASH] = ahash;
    record[VariantRecord.WHASH] = whash;
    Evidence.write(pdq, dhash, facts, Moment.UNKNOWN, record, VariantRecord.EVIDENCE);
    return record;
  }

  private void print() {
    Map<String, int[]> found = new TreeMap<>();
    for (Made made : pictures) {
      Made origin =
          pictures.stream()
              .filter(other -> other.photo == made.photo && other.change.isEmpty())
              .findFirst()
              .orElseThrow();
      int[] counts = found.computeIfAbsent(made.change, any -> new int[5]);
      counts[0]++;
      if (made == origin) {
        continue;
      }
      long[] mine = made.change.startsWith("framed") ? made.inside.orElse(null) : made.whole;
      if (mine != null) {
        counts[1] += VariantRecord.key(mine[2]) == VariantRecord.key(origin.whole[2]) ? 1 : 0;
        counts[2] += VariantRecord.key(mine[3]) == VariantRecord.key(origin.whole[3]) ? 1 : 0;
        counts[3] += RULE.of(origin.whole, mine).isPresent() ? 1 : 0;
        counts[4] += meets(origin, made) && RULE.of(origin.whole, mine).isPresent() ? 1 : 0;
      }
    }
    System.out.println("change, pictures, ahash, whash, rule, found");
    found.forEach(
        (change, counts) -> System.out.println(change + " " + java.util.Arrays.toString(counts)));
    int wrong = 0;
    int wrongFound = 0;
    int right = 0;
    Map<String, Integer> kinds = new TreeMap<>();
    for (int i = 0; i < pictures.size(); i++) {
      for (int j = 0; j < i; j++) {
        for (long[] a : records(pictures.get(i))) {
          for (long[] b : records(pictures.get(j))) {
            Optional<VariantRule.Found> is = RULE.of(a, b);
            if (is.isPresent()) {
              if (pictures.get(i).photo == pictures.get(j).photo) {
                right++;
              } else {
                wrong++;
                wrongFound += meets(pictures.get(i), pictures.get(j)) ? 1 : 0;
                kinds.merge(
                    pictures.get(i).photo
                        + "/"
                        + pictures.get(j).photo
                        + " "
                        + is.get().kind()
                        + " "
                        + is.get().distance(),
                    1,
                    Integer::sum);
              }
            }
          }
        }
      }
    }
    System.out.println("pairs of one photo " + right + ", of two " + wrong + " met " + wrongFound);
    kinds.forEach((kind, count) -> System.out.println(kind + " " + count));
  }

  private static List<long[]> records(Made made) {
    return Stream.concat(Stream.of(made.whole), made.inside.stream()).toList();
  }

  private static boolean meets(Made a, Made b) {
    return records(a).stream()
        .anyMatch(
            mine ->
                records(b).stream()
                    .anyMatch(
                        theirs ->
                            VariantRecord.key(mine[2]) == VariantRecord.key(theirs[2])
                                || VariantRecord.key(mine[3]) == VariantRecord.key(theirs[3])));
  }
}
