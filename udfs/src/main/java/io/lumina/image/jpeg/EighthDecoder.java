package io.lumina.image.jpeg;

import io.lumina.image.jpeg.Eighth.Way;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a JPEG from its SOI to its EOI (ITU-T T.81 annexes B, F and G). What libjpeg might take
 * otherwise is irregular; the rest is still read then, as far as it goes.
 */
public final class EighthDecoder {
  /** More scans than any encoder writes; a decoder needs time for each of them. */
  public static final int MAX_SCANS = 100;

  private final byte[] content;
  private final int to;
  private final int height;
  private final long maxPixels;
  private final Tables tables;
  private final Map<Integer, Integer> scans = new HashMap<>();
  private final Colours colours = new Colours();
  private Optional<Frame> frame = Optional.empty();
  private Progression progression = new Progression(0);
  private Optional<Coefficients> bright = Optional.empty();
  private Optional<String> fault = Optional.empty();
  private Optional<Way> refusal = Optional.empty();
  private boolean isHopeless;
  private int restartInterval;
  private int scanCount;

  private EighthDecoder(byte[] content, int to, int height, long maxPixels) {
    this.content = content;
    this.to = to;
    this.height = height;
    this.maxPixels = maxPixels;
    this.tables = new Tables(content);
  }

  /**
   * Decodes the JPEG in {@code content[from, to)}; what follows its EOI is left alone.
   *
   * @param height of the picture, where the header leaves it open and it is known from elsewhere; 0
   *     where it is not
   * @param maxPixels a larger picture is not decoded
   */
  public static Eighth decode(byte[] content, int from, int to, int height, long maxPixels) {
    return new EighthDecoder(content, to, height, maxPixels).picture(from);
  }

  private Eighth picture(int from) {
    int at = from + 2;
    while (at + 2 <= to) {
      int marker = Markers.u8(content, at + 1);
      if (content[at] != -1 || marker < 0xc0) {
        irregular();
        at++;
      } else if (marker == 0xff) {
        at++;
      } else if (marker == 0xd9) {
        return finished();
      } else if (marker >= 0xd0 && marker <= 0xd8) {
        irregular();
        at += 2;
      } else {
        int behind = at + 4 <= to ? at + 2 + Markers.u16(content, at + 2) : at;
        if (behind < at + 4 || behind > to) {
          break;
        }
        segment(marker, at, behind);
        if (isHopeless) {
          break;
        }
        at = marker == 0xda ? scan(at, behind) : behind;
      }
    }
    irregular();
    return finished();
  }

  private void irregular() {
    refuse(Way.IRREGULAR);
  }

  private void refuse(Way way) {
    refusal = Optional.of(refusal.filter(before -> way == Way.IRREGULAR).orElse(way));
  }

  /** As {@link #refuse}, where nothing more is to be had of it. */
  private boolean giveUp(Way way) {
    refuse(way);
    isHopeless = true;
    return true;
  }

  private void segment(int marker, int at, int behind) {
    boolean sound =
        switch (marker) {
          case 0xc4 -> tables.huffman(at + 4, behind);
          case 0xdb -> tables.quantization(at + 4, behind);
          case 0xdd -> restartInterval(at, behind);
          case 0xe0, 0xee -> colours.take(content, at, behind);
          case 0xda -> startOfScan();
          case 0xfe -> true;
          default -> marker >= 0xe0 && marker <= 0xef || startOfFrame(marker, at, behind);
        };
    if (!sound) {
      irregular();
    }
  }

  private boolean restartInterval(int at, int behind) {
    if (behind != at + 6) {
      return false;
    }
    restartInterval = Markers.u16(content, at + 4);
    return true;
  }

  private boolean startOfFrame(int marker, int at, int behind) {
    boolean isFrame = marker <= 0xcf && marker != 0xc8 && marker != 0xcc;
    if (!isFrame || frame.isPresent() || behind < at + 10) {
      return false;
    }
    if (marker > 0xc2 || Markers.u8(content, at + 4) != 8) {
      return giveUp(Way.CODING);
    }
    int components = Markers.u8(content, at + 9);
    if (components != 1 && components != 3) {
      return giveUp(Way.COLOUR);
    }
    if (behind < at + 10 + 3 * components) {
      return false;
    }
    Frame read = Frame.of(content, at, height);
    if (read.height() == 0 || !read.isWithin(maxPixels)) {
      return giveUp(Way.SIZE);
    }
    if (!read.isFinestFirst()) {
      return giveUp(Way.SAMPLING);
    }
    if (!read.isUsual()) {
      refuse(Way.SAMPLING);
    }
    frame = Optional.of(read);
    progression = new Progression(components);
    return read.isSound() && behind == at + 10 + 3 * components;
  }

  private boolean startOfScan() {
    if (++scanCount > MAX_SCANS) {
      giveUp(Way.SIZE);
    } else if (frame.filter(colours::isRgb).isPresent()) {
      giveUp(Way.COLOUR);
    }
    return true;
  }

  /** Passes over a scan, and runs it where it matters; where its data end. */
  private int scan(int at, int dataAt) {
    boolean regular = refusal.isEmpty();
    Optional<Scan> scan = frame.flatMap(f -> Scan.of(content, at, dataAt, f));
    boolean follows = scan.isPresent() && progression.take(scan.get(), frame.get().progressive());
    Optional<Scan> served =
        scan.map(s -> frame.get().progressive() ? s : s.sequential())
            .filter(s -> tables.serve(s, frame.get()));
    int end =
        served.filter(this::isToRun).isPresent()
            ? run(served.get(), dataAt)
            : Markers.endOfScan(content, dataAt, to, restartInterval);
    if (!follows || served.isEmpty() || end == Eighth.BROKEN) {
      irregular();
    }
    if (regular && served.filter(this::isToRun).isPresent() || refusal.isEmpty()) {
      scans.put(dataAt, end);
    }
    return end == Eighth.BROKEN ? Markers.behindScan(content, dataAt, to) : end;
  }

  private boolean isToRun(Scan scan) {
    return !frame.get().progressive() || scan.start() == 0 && scan.holds(0);
  }

  private int run(Scan scan, int dataAt) {
    boolean isBright = scan.holds(0);
    if (bright.isEmpty() && isBright) {
      bright = Optional.of(new Coefficients(frame.get(), tables.step(frame.get())));
    }
    CodeReader reader = new CodeReader(content, dataAt, to);
    ScanRun run = new ScanRun(frame.get(), scan, tables, reader, bright.filter(b -> isBright));
    Optional<String> found = run.run(restartInterval);
    fault = fault.or(() -> found.filter(f -> isBright));
    return found.isPresent() ? Eighth.BROKEN : run.end();
  }

  private Eighth finished() {
    if (bright.isEmpty() || !progression.isSettled() || bright.get().isOverflown()) {
      irregular();
    }
    return new Eighth(refusal.orElse(Way.TAKEN), bright.map(Coefficients::raster), fault, scans);
  }
}
