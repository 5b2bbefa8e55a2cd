package io.lumina.meta.film;

import io.lumina.container.BigEndian;
import io.lumina.container.Box;
import io.lumina.meta.date.DateField;
import io.lumina.meta.date.FilmClock;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import java.util.Optional;

/** The fields of a {@code moov} box: QuickTime, MP4, 3GP and their kin. */
final class MovieFields {
  private static final int MAX_TRACKS = 100;

  private final Box movie;
  private final IsoFile file;
  private final Findings found;

  MovieFields(Box movie, IsoFile file, Findings found) {
    this.movie = movie;
    this.file = file;
    this.found = found;
  }

  void read() {
    movie.child("mvhd").ifPresent(this::header);
    movie.children().stream()
        .filter(box -> box.type().equals("trak"))
        .limit(MAX_TRACKS)
        .forEach(this::track);
    movie.children().stream()
        .filter(box -> box.type().equals("trak"))
        .limit(MAX_TRACKS)
        .forEach(this::sound);
    MovieWords words = new MovieWords(found);
    movie.child("meta").ifPresent(words::readKeys);
    movie.child("udta").ifPresent(words::readUserData);
    movie.descendant("udta", "XMP_").ifPresent(box -> file.xmp(box.payload(0)));
  }

  private void header(Box box) {
    if (!box.holds(0, 32)) {
      return;
    }
    boolean wide = box.u8(0) == 1;
    date(DateField.QUICKTIME_CREATE, wide ? box.s64(4) : box.u32(4));
    date(DateField.QUICKTIME_MODIFIED, wide ? box.s64(12) : box.u32(8));
    length(box);
  }

  /** Of a whole movie or of a track; an animation that never ends has only the latter. */
  private void length(Box box) {
    boolean wide = box.u8(0) == 1;
    long scale = box.u32(wide ? 20 : 12);
    long length = wide ? box.s64(24) : box.u32(16);
    if (scale > 0 && length > 0 && length != 0xFFFF_FFFFL) {
      found.number(MetadataField.DURATION, Optional.of(length / (double) scale));
    }
  }

  private void track(Box track) {
    track
        .child("tkhd")
        .filter(box -> box.holds(0, 84))
        .ifPresent(
            box -> {
              boolean wide = box.u8(0) == 1 && box.holds(0, 96);
              date(DateField.QUICKTIME_TRACK_CREATE, wide ? box.s64(4) : box.u32(4));
              found.size(box.u32(wide ? 88 : 76) >> 16, box.u32(wide ? 92 : 80) >> 16);
            });
    track
        .descendant("mdia", "mdhd")
        .filter(box -> box.holds(0, 12))
        .ifPresent(
            box ->
                date(DateField.QUICKTIME_MEDIA_CREATE, box.u8(0) == 1 ? box.s64(4) : box.u32(4)));
    track
        .descendant("mdia", "mdhd")
        .filter(box -> box.holds(0, 20) && (box.u8(0) != 1 || box.holds(0, 32)))
        .ifPresent(this::length);
    codec(track, "vide");
  }

  private void sound(Box track) {
    codec(track, "soun");
  }

  private void codec(Box track, String handler) {
    boolean matches =
        track
            .descendant("mdia", "hdlr")
            .filter(box -> box.holds(0, 12))
            .filter(box -> BigEndian.startsWith(box.bytes(), box.start() + 8, handler))
            .isPresent();
    if (matches) {
      track
          .descendant("mdia", "minf", "stbl", "stsd")
          .flatMap(box -> box.children(8).stream().findFirst())
          .ifPresent(entry -> found.text(MetadataField.CODEC, Optional.of(entry.type())));
    }
  }

  /** Zero says that the clock was never set. */
  private void date(DateField field, long seconds) {
    if (seconds > 0 && seconds < 1L << 34) {
      found.instant(field, Long.toString(seconds), FilmClock.read(seconds));
    }
  }
}
