package io.lumina.image.jpeg;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs the codes of one scan, and keeps the first coefficients of the brightness. */
final class ScanRun {
  /** Encoders pad the last byte, and some cameras write a word or two more. */
  private static final int PADDING = 8;

  private final Frame frame;
  private final Scan scan;
  private final CodeReader reader;
  private final Optional<Coefficients> bright;
  private final Blocks blocks;
  private final int[] unit;
  private final int[] values;
  private int before;

  /** What reads some blocks; how many there were. */
  private interface Blocks {
    int read(int blocks, int[] values);
  }

  ScanRun(Frame frame, Scan scan, Tables tables, CodeReader reader, Optional<Coefficients> bright) {
    this.frame = frame;
    this.scan = scan;
    this.reader = reader;
    this.bright = bright;
    this.unit = unit();
    this.blocks = blocks(tables);
    this.values = new int[unit.length * unitsWide() + 1];
  }

  private int unitsWide() {
    return scan.isAlone() ? frame.blocksWide(scan.components()[0]) : frame.unitsWide();
  }

  private int unitsHigh() {
    return scan.isAlone() ? frame.blocksHigh(scan.components()[0]) : frame.unitsHigh();
  }

  /** For each block of a unit the place of its component in the scan. */
  private int[] unit() {
    IntStream.Builder places = IntStream.builder();
    for (int i = 0; i < scan.components().length; i++) {
      int component = scan.components()[i];
      int blocks = scan.isAlone() ? 1 : frame.across()[component] * frame.down()[component];
      for (int b = 0; b < blocks; b++) {
        places.add(i);
      }
    }
    return places.build().toArray();
  }

  private Blocks blocks(Tables tables) {
    if (scan.high() > 0) {
      return reader::bits;
    }
    if (frame.progressive()) {
      HuffmanCode[] codes = new HuffmanCode[unit.length];
      Arrays.setAll(codes, b -> tables.dc(scan.dc()[unit[b]]));
      return (blocks, into) -> reader.differences(codes, blocks, into);
    }
    BlockTables.Pair[] codes = new BlockTables.Pair[unit.length];
    Arrays.setAll(
        codes,
        b ->
            new BlockTables.Pair(
                tables.dc(scan.dc()[unit[b]]),
                tables.ac(scan.ac()[unit[b]]),
                bright.isPresent() && unit[b] == 0));
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
          before = 0;
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
    if (bright.isEmpty()) {
      return;
    }
    int across = scan.isAlone() ? 1 : frame.across()[0];
    int down = scan.isAlone() ? 1 : frame.down()[0];
    Coefficients kept = bright.get();
    for (int i = 0; i < units; i++) {
      // The brightness is the first component of any scan that has it.
      int value = i * unit.length;
      for (int line = y * down; line < y * down + down; line++) {
        for (int column = (x + i) * across; column < (x + i) * across + across; column++) {
          if (scan.high() > 0) {
            kept.refine(column, line, values[value++] << scan.low());
          } else {
            before += values[value++];
            kept.set(column, line, (long) before << scan.low());
          }
        }
      }
    }
  }

  /** Where the marker behind the scan is, after all units; -1 where too much is left before it. */
  int end() {
    return reader.end(PADDING);
  }
}
