package io.lumina.meta.film;

import io.lumina.container.Box;
import java.util.Map;

/**
 * How a HEIF picture is to be turned and mirrored, as an Exif orientation. The properties {@code
 * irot} and {@code imir} (ISO/IEC 23008-12) are applied in the order in which the item names them;
 * what Exif says beside them is a remark.
 */
final class HeifTurns {
  /** From where a pixel lies to where it is shown: x and y of the one axis, then of the other. */
  private record Turn(int xx, int xy, int yx, int yy) {
    Turn then(Turn next) {
      return new Turn(
          next.xx * xx + next.xy * yx,
          next.xx * xy + next.xy * yy,
          next.yx * xx + next.yy * yx,
          next.yx * xy + next.yy * yy);
    }
  }

  private static final Turn UPRIGHT = new Turn(1, 0, 0, 1);
  private static final Turn QUARTER_LEFT = new Turn(0, 1, -1, 0);
  private static final Turn TOP_TO_BOTTOM = new Turn(1, 0, 0, -1);
  private static final Turn LEFT_TO_RIGHT = new Turn(-1, 0, 0, 1);

  private static final Map<Turn, Integer> ORIENTATIONS =
      Map.of(
          UPRIGHT,
          1,
          LEFT_TO_RIGHT,
          2,
          new Turn(-1, 0, 0, -1),
          3,
          TOP_TO_BOTTOM,
          4,
          new Turn(0, 1, 1, 0),
          5,
          new Turn(0, -1, 1, 0),
          6,
          new Turn(0, -1, -1, 0),
          7,
          QUARTER_LEFT,
          8);

  private Turn turn = UPRIGHT;

  /** Takes in a property of the item; others than these two do not turn. */
  void property(Box property) {
    if (!property.holds(0, 1)) {
      return;
    }
    int value = property.u8(0);
    if (property.type().equals("irot")) {
      for (int i = 0; i < (value & 3); i++) {
        turn = turn.then(QUARTER_LEFT);
      }
    } else if (property.type().equals("imir")) {
      turn = turn.then((value & 1) == 0 ? TOP_TO_BOTTOM : LEFT_TO_RIGHT);
    }
  }

  int orientation() {
    return ORIENTATIONS.get(turn);
  }
}
