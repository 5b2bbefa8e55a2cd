package io.lumina.duplicates.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.group.NeighbourIndex;
import io.lumina.duplicates.group.NeighbourScan;
import io.lumina.duplicates.group.Neighbours;
import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.ConsensusRule;
import io.lumina.duplicates.rule.DhashRule;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.rule.Moment;
import io.lumina.duplicates.rule.OtherShots;
import io.lumina.duplicates.rule.PdqRule;
import io.lumina.duplicates.rule.RuleColumns;
import io.lumina.duplicates.rule.Turn;
import io.lumina.duplicates.rule.TurnedRule;
import io.lumina.duplicates.search.plan.BandPlan;
import io.lumina.duplicates.search.plan.SearchPass;
import io.lumina.duplicates.search.shard.ShardLayout;
import io.lumina.duplicates.search.shard.ShardSearch;
import io.lumina.hash.AverageHash;
import io.lumina.hash.DifferenceHash;
import io.lumina.hash.Pdq;
import io.lumina.hash.PdqHash;
import io.lumina.hash.WaveletHash;
import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;
import io.lumina.table.ImagesView;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TurnedSearchTest {
  private static final int SIDE = Raster.LUMA_SIDE;
  private static final int COARSE = 12;
  private static final StructType SCHEMA = schema();

  /** Pictures, and copies of many of them: equal, noisy, turned, mirrored, symmetric. */
  private static final List<byte[]> LUMAS = lumas();

  /** Each of them in each turn, by itself. */
  private static final List<List<Fingerprint>> LAID =
      LUMAS.stream()
          .map(luma -> Stream.of(Turn.values()).map(turn -> print(turn.of(luma))).toList())
          .toList();

  static Stream<AcceptRule> rules() {
    return Stream.of(
        new ConsensusRule(5, OtherShots.APART), new DhashRule(5), new PdqRule(PDQ_BITS));
  }

  private static final int PDQ_BITS = 31;

  @ParameterizedTest
  @MethodSource("rules")
  void the_search_links_what_is_near_in_some_turn(AcceptRule upright) {
    TurnedRule rule = new TurnedRule(upright);
    List<long[]> near = new ArrayList<>();
    int uprightOnly = 0;
    for (int a = 0; a < LUMAS.size(); a++) {
      for (int b = 0; b < a; b++) {
        if (plain(a, b, upright)) {
          near.add(new long[] {a, b});
          uprightOnly += LAID.get(a).get(0).near(LAID.get(b).get(0), upright) ? 1 : 0;
        }
      }
    }
    assertThat(near).hasSizeGreaterThan(uprightOnly + 30);
    LocalSearch found = LocalSearch.of(rows(), rule, passes(rule, 1));
    assertThat(found.components()).isEqualTo(LocalSearch.components(near));
    for (long[] link : found.links()) {
      assertThat(plain((int) link[0], (int) link[1], upright)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_scan_and_the_index_find_what_is_near_in_some_turn(AcceptRule upright) {
    TurnedRule rule = new TurnedRule(upright);
    List<Fingerprint> prints = prints();
    BitSet free = new BitSet();
    free.set(0, prints.size());
    free.clear(3, 9);
    Neighbours scan = new NeighbourScan(prints, free, rule);
    Neighbours index = new NeighbourIndex(prints, free, rule, passes(rule, 0));
    for (int asset = 0; asset < prints.size(); asset++) {
      free.clear(asset);
      Set<Integer> expected = new TreeSet<>();
      for (int other = 0; other < prints.size(); other++) {
        if (free.get(other) && plain(asset, other, upright)) {
          expected.add(other);
        }
      }
      Set<Integer> scanned = new TreeSet<>();
      Set<Integer> indexed = new TreeSet<>();
      scan.near(asset, scanned::add);
      index.near(asset, other -> assertThat(indexed.add(other)).isTrue());
      assertThat(scanned).isEqualTo(expected);
      assertThat(indexed).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void it_does_not_matter_which_of_two_pictures_is_turned(AcceptRule upright) {
    TurnedRule rule = new TurnedRule(upright);
    List<Fingerprint> prints = prints();
    for (Fingerprint a : prints) {
      for (Fingerprint b : prints) {
        assertThat(a.near(b, rule)).isEqualTo(b.near(a, rule));
      }
    }
  }

  @Test
  void pictures_that_look_the_same_turned_are_linked_to_what_one_of_them_looks_like() {
    AcceptRule rule = new TurnedRule(new DhashRule(0));
    SearchPass pass = new SearchPass(HashFamily.DHASH, new BandPlan(1, 0, 0, 0), 0);
    PackedLongs records = new PackedLongs();
    for (long id : new long[] {1, 2, 3}) {
      add(records, id, Facts.turned(0));
    }
    add(records, 3, 0);
    add(records, 4, 0);
    add(records, 4, Facts.turned(0) + 1);
    Row block = RowFactory.create(0, 0, records.pack());
    Iterator<Row> found =
        new ShardSearch(new ShardLayout(List.of(pass)), rule).call(List.of(block).iterator());
    List<String> links = new ArrayList<>();
    while (found.hasNext()) {
      Row row = found.next();
      long[] values = PackedLongs.unpack(row.getAs(1));
      for (int i = 0; row.getInt(0) == ShardSearch.LINKS && i < values.length; i += 2) {
        links.add(values[i] + "-" + values[i + 1]);
      }
    }
    // 3 and 4 are equal as they lie; turned, 3 cannot be told from 1 and 2; 4 is 3 turned
    // otherwise.
    assertThat(links).containsExactlyInAnyOrder("3-4", "3-1", "3-2", "3-4");
  }

  @Test
  void the_turn_that_makes_pictures_alike_is_known() {
    byte[] luma = LUMAS.get(0);
    Fingerprint picture = print(luma).withTurns(luma);
    for (Turn turn : Turn.values()) {
      byte[] turned = turn.of(luma);
      Fingerprint other = print(turned).withTurns(turned);
      assertThat(Turn.values()[other.turnTo(picture)].inverse()).isEqualTo(turn);
      assertThat(picture.distance(other)).isLessThan(6);
      assertThat(picture.pdqDistance(other)).isLessThan(PDQ_BITS);
    }
  }

  private static List<Fingerprint> prints() {
    return LUMAS.stream().map(luma -> print(luma).withTurns(luma)).toList();
  }

  /** The definition, without anything that the search uses. */
  private static boolean plain(int a, int b, AcceptRule upright) {
    Fingerprint uprightA = LAID.get(a).get(0);
    Fingerprint uprightB = LAID.get(b).get(0);
    return LAID.get(a).stream().anyMatch(turned -> turned.near(uprightB, upright))
        || LAID.get(b).stream().anyMatch(turned -> turned.near(uprightA, upright));
  }

  private static Fingerprint print(byte[] luma) {
    long dhash = DifferenceHash.ofLuma(luma);
    long[] evidence = new long[Evidence.WORDS];
    Evidence.write(Pdq.ofLuma(luma).bits(), dhash, Facts.of(4, 3, 1), Moment.UNKNOWN, evidence, 0);
    return new Fingerprint(
        new long[] {dhash, AverageHash.ofLuma(luma), WaveletHash.ofLuma(luma)}, evidence);
  }

  private static List<SearchPass> passes(AcceptRule rule, int prefixBits) {
    return rule.families().stream()
        .map(
            family ->
                new SearchPass(
                    family,
                    new BandPlan(rule.threshold(family) / 2 + 1, 1, rule.threshold(family), 0),
                    prefixBits))
        .toList();
  }

  private static List<byte[]> lumas() {
    SplittableRandom random = new SplittableRandom(5);
    List<byte[]> lumas = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lumas.add(smooth(random));
    }
    for (int i = 0; i < 40; i++) {
      byte[] from = lumas.get(random.nextInt(30));
      Turn turn = Turn.values()[random.nextInt(Turn.values().length)];
      lumas.add(i % 4 == 0 ? from.clone() : noisy(turn.of(from), random));
    }
    for (int i = 0; i < 4; i++) {
      byte[] symmetric = symmetric(lumas.get(i));
      lumas.add(symmetric);
      lumas.add(Turn.RIGHT.of(symmetric));
      lumas.add(symmetric.clone());
    }
    return lumas;
  }

  /** A few random blobs of light. */
  private static byte[] smooth(SplittableRandom random) {
    byte[] coarse = new byte[COARSE * COARSE];
    random.nextBytes(coarse);
    return Lanczos.resize(new Raster(COARSE, COARSE, coarse), SIDE, SIDE).grey().clone();
  }

  private static byte[] noisy(byte[] luma, SplittableRandom random) {
    int most = random.nextInt(1, 40);
    byte[] noisy = new byte[luma.length];
    for (int i = 0; i < luma.length; i++) {
      int value = (luma[i] & 0xff) + random.nextInt(-most, most + 1);
      noisy[i] = (byte) Math.max(0, Math.min(255, value));
    }
    return noisy;
  }

  /** The left half and its mirror image. */
  private static byte[] symmetric(byte[] luma) {
    byte[] mirrored = Turn.MIRRORED.of(luma);
    byte[] symmetric = luma.clone();
    for (int i = 0; i < luma.length; i++) {
      symmetric[i] = i % SIDE < SIDE / 2 ? luma[i] : mirrored[i];
    }
    return symmetric;
  }

  private static void add(PackedLongs records, long id, long facts) {
    records.add(7);
    records.add(id);
    long[] evidence = new long[Evidence.WORDS];
    Evidence.write(new byte[PdqHash.BYTES], 0, facts, Moment.UNKNOWN, evidence, 0);
    for (long word : evidence) {
      records.add(word);
    }
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < LUMAS.size(); i++) {
      Fingerprint print = print(LUMAS.get(i));
      rows.add(
          new GenericRowWithSchema(
              new Object[] {
                (long) i,
                print.hash(HashFamily.DHASH),
                print.hash(HashFamily.AHASH),
                print.hash(HashFamily.WHASH),
                Pdq.ofLuma(LUMAS.get(i)).bits(),
                Facts.of(4, 3, 1),
                Moment.UNKNOWN,
                LUMAS.get(i)
              },
              SCHEMA));
    }
    return rows;
  }

  private static StructType schema() {
    return new StructType()
        .add(LinkColumns.NODE, DataTypes.LongType)
        .add(ImagesView.DHASH, DataTypes.LongType)
        .add(ImagesView.AHASH, DataTypes.LongType)
        .add(ImagesView.WHASH, DataTypes.LongType)
        .add(ImagesView.PDQ, DataTypes.BinaryType)
        .add(RuleColumns.FACTS, DataTypes.LongType)
        .add(RuleColumns.MOMENT, DataTypes.LongType)
        .add(ImagesView.LUMA, DataTypes.BinaryType);
  }
}
