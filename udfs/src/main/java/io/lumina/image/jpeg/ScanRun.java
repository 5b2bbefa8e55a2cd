package io.lumina.image.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs the codes of one scan, and keeps the first coefficients of the brightness. */
final class ScanRun {
  /** Encoders pad the last byte, and some cameras write a word or two more. */
  private static final int PADDING = 8;

  private final Frame frame;
  private final Scan scan;
  private final CodeReader reader;
  private final Optional<Coefficients> bright;
  private final Blocks blocks;
  private final Place[] unit;
  private final int[] before;
  private final int[] values;

  /** What reads some blocks; how many there were. */
  private interface Blocks {
    int read(int blocks, int[] values);
  }

  /**
   * One block of a unit.
   *
   * @param index of its component in the scan
   * @param isBright whether its component is the brightness
   */
  private record Place(int index, boolean isBright, int x, int y) {}

  ScanRun(
      Frame frame, Scan scan, Tables tables, CodeReader reader, Optional<Coefficients> bright) {
    this.frame = frame;
    this.scan = scan;
    this.reader = reader;
    this.bright = bright;
    this.unit = unit();
    this.blocks = blocks(tables);
    this.before = new int[scan.components().length];
    this.values = new int[unit.length * unitsWide() + 1];
  }

  private int unitsWide() {
    return scan.isAlone() ? frame.blocksWide(scan.components()[0]) : frame.unitsWide();
  }

  private int unitsHigh() {
    return scan.isAlone() ? frame.blocksHigh(scan.components()[0]) : frame.unitsHigh();
  }

  private Place[] unit() {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < scan.components().length; i++) {
      int component = scan.components()[i];
      int across = scan.isAlone() ? 1 : frame.across()[component];
      int down = scan.isAlone() ? 1 : frame.down()[component];
      for (int b = 0; b < across * down; b++) {
        places.add(new Place(i, component == 0, b % across, b / across));
      }
    }
    return places.toArray(Place[]::new);
  }

  private Blocks blocks(Tables tables) {
    if (scan.high() > 0) {
      return reader::bits;
    }
    if (frame.progressive()) {
      HuffmanCode[] codes = new HuffmanCode[unit.length];
      Arrays.setAll(codes, b -> tables.dc(scan.dc()[unit[b].index]));
      return (blocks, into) -> reader.differences(codes, blocks, into);
    }
    BlockTables.Pair[] codes = new BlockTables.Pair[unit.length];
    Arrays.setAll(
        codes,
        b ->
            new BlockTables.Pair(
                tables.dc(scan.dc()[unit[b].index]),
                tables.ac(scan.ac()[unit[b].index]),
                unit[b].isBright));
    BlockTables entries = new BlockTables(codes, unit.length * unitsWide());
    return (blocks, into) -> reader.blocks(entries, blocks, into);
  }

  /** Runs all units; what is wrong, if anything is. */
  Optional<String> run(int restartInterval) {
    int across = unitsWide();
    int down = unitsHigh();
    int left = restartInterval == 0 ? Integer.MAX_VALUE : restartInterval;
    int restarts = 0;
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; ) {
        if (left == 0) {
          if (!reader.restart(restarts++ & 7)) {
            return fault("have no restart marker where one is due", (long) y * across + x);
          }
          Arrays.fill(before, 0);
          left = restartInterval;
        }
        int wanted = Math.min(left, across - x);
        int read = blocks.read(wanted * unit.length, values) / unit.length;
        keep(x, y, read);
        if (read < wanted) {
          String what = reader.isBeyond() ? "end" : "hold a code that is not in its table";
          return fault(what, (long) y * across + x + read);
        }
        left -= wanted;
        x += wanted;
      }
    }
    return Optional.empty();
  }

  private Optional<String> fault(String what, long done) {
    return Optional.of(
        "The picture data %s after %d of %d blocks"
            .formatted(what, done, (long) unitsWide() * unitsHigh()));
  }

  private void keep(int x, int y, int units) {
    int across = scan.isAlone() ? 1 : frame.across()[0];
    int down = scan.isAlone() ? 1 : frame.down()[0];
    int next = 0;
    for (int column = x; column < x + units; column++) {
      for (Place place : unit) {
        int value = values[next++];
        if (place.isBright && scan.high() > 0) {
          bright.get().refine(column * across + place.x, y * down + place.y, value << scan.low());
        } else if (place.isBright) {
          before[place.index] += value;
          long shifted = (long) before[place.index] << scan.low();
          bright.get().set(column * across + place.x, y * down + place.y, shifted);
        }
      }
    }
  }

  /** Where the marker behind the scan is, after all units; -1 where too much is left before it. */
  int end() {
    return reader.end(PADDING);
  }
}
