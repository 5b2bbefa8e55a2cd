package io.lumina.duplicates;

import io.lumina.container.FileFormat;
import io.lumina.duplicates.WrittenPicture.Change;
import io.lumina.duplicates.WrittenPicture.Place;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Captions;
import io.lumina.duplicates.rule.ConsensusRule;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.Moment;
import io.lumina.duplicates.rule.OtherShots;
import io.lumina.hash.AverageHash;
import io.lumina.hash.DifferenceHash;
import io.lumina.hash.HashVersion;
import io.lumina.hash.Pdq;
import io.lumina.hash.PdqHash;
import io.lumina.hash.StripHash;
import io.lumina.hash.WaveletHash;
import io.lumina.image.PictureReader;
import io.lumina.image.reading.PictureReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@link Captions} tell apart and what they should not: captions of several sizes written on
 * the photos of a folder, and copies of the photos and of one caption. Only pairs that the evidence
 * of the rule confirms count: on the others captions have no say. {@code scripts/bench captions}
 * runs the main method.
 */
final class CaptionsBench {
  private static final AcceptRule RULE = new ConsensusRule(5, OtherShots.APART);
  private static final double[] CAPITALS = {0.035, 0.05, 0.07, 0.1};
  private static final int[] LIMITS = {13, 15, 16, 17, 18, 19, 21};
  private static final int LEAST_SIDE = 200;

  private final PictureReader reader = new PictureReader();
  private final Map<String, List<Integer>> texts = new TreeMap<>();
  private final Map<String, List<Integer>> copies = new TreeMap<>();

  private CaptionsBench() {}

  /** Takes a folder and the number of photos to write on. */
  public static void main(String... arguments) throws IOException {
    CaptionsBench bench = new CaptionsBench();
    int left = Integer.parseInt(arguments[1]);
    Random random = new Random(1);
    try (Stream<Path> tree = Files.walk(Path.of(arguments[0]))) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        if (left > 0 && bench.measure(Files.readAllBytes(file), random)) {
          left--;
        }
      }
    }
    bench.print();
    System.exit(0);
  }

  /** Whether it is a photo to write on. */
  private boolean measure(byte[] content, Random random) {
    Optional<WrittenPicture> photo =
        FileFormat.detect(content) == FileFormat.JPEG
            ? WrittenPicture.of(content)
            : Optional.empty();
    if (photo.filter(CaptionsBench::isLarge).isEmpty() || print(photo.get().jpeg()).isEmpty()) {
      return false;
    }
    copies(photo.get());
    for (Place place : Place.values()) {
      double capital = CAPITALS[random.nextInt(CAPITALS.length)];
      WrittenPicture first = photo.get().with(place, capital, random);
      WrittenPicture second = photo.get().with(place, capital, random);
      String name = "%-15s %4.1f %%".formatted(lower(place), 100 * capital);
      compare(texts, name, first.jpeg(), second.jpeg());
      compare(texts, name, first.jpeg(), second.changed(Change.HALF_SIZE));
      compare(texts, name, first.jpeg(), second.changed(Change.QUALITY_25));
      if (place == Place.TOP_AND_BOTTOM) {
        copies(first);
      }
    }
    return true;
  }

  private void copies(WrittenPicture picture) {
    for (Change change : Change.values()) {
      compare(copies, lower(change), picture.jpeg(), picture.changed(change));
    }
  }

  private void compare(Map<String, List<Integer>> kind, String name, byte[] one, byte[] other) {
    Optional<Fingerprint> a = print(one);
    Optional<Fingerprint> b = print(other);
    if (a.isPresent() && b.isPresent() && a.get().linked(b.get(), RULE)) {
      kind.computeIfAbsent(name, any -> new ArrayList<>())
          .add(Captions.distance(a.get().strips(), 0, b.get().strips(), 0));
    }
  }

  private Optional<Fingerprint> print(byte[] content) {
    PictureReading reading = reader.read(content, FileFormat.detect(content));
    if (!reading.hasLuma()) {
      return Optional.empty();
    }
    byte[] luma = reading.luma();
    PdqHash pdq = Pdq.ofLuma(luma);
    long dhash = DifferenceHash.ofLuma(luma);
    long[] evidence = new long[Evidence.WORDS];
    long facts =
        Facts.of(
            Math.max(reading.width(), reading.height()),
            Math.min(reading.width(), reading.height()),
            HashVersion.ALGO_VERSION);
    Evidence.write(pdq.bits(), dhash, facts, Moment.UNKNOWN, evidence, 0);
    long[] hashes = {dhash, AverageHash.ofLuma(luma), WaveletHash.ofLuma(luma)};
    return pdq.isTrusted()
        ? Optional.of(new Fingerprint(hashes, evidence, StripHash.ofLuma(luma)))
        : Optional.empty();
  }

  private static String lower(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static boolean isLarge(WrittenPicture photo) {
    return Math.min(photo.pixels().cols(), photo.pixels().rows()) >= LEAST_SIDE;
  }

  private void print() {
    System.out.printf("%-24s%8s", "bits that may differ", "pairs");
    for (int limit : LIMITS) {
      System.out.printf("%8d", limit);
    }
    System.out.println("\nother texts told apart, height of a capital in parts of the picture's");
    print(texts);
    System.out.println("copies lost");
    print(copies);
  }

  private static void print(Map<String, List<Integer>> kind) {
    List<Integer> all = kind.values().stream().flatMap(List::stream).toList();
    kind.forEach(CaptionsBench::print);
    print("all", all);
  }

  private static void print(String name, List<Integer> distances) {
    System.out.printf("  %-22s%8d", name, distances.size());
    for (int limit : LIMITS) {
      long told = distances.stream().filter(bits -> bits > limit).count();
      System.out.printf("%6.1f %%", 100.0 * told / distances.size());
    }
    System.out.println();
  }
}
