package io.lumina.image.child;

import io.lumina.container.FileFormat;
import io.lumina.image.film.FilmWatch;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.MediaInfo;
import io.lumina.image.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** From the bytes of a video or an audio file to what it holds. */
public final class MediaProbe {
  private MediaProbe() {}

  public static MediaInfo probe(byte[] content, DecoderChild child) {
    List<Corruption> found = new ArrayList<>(FilmWatch.of(content, FileFormat.detect(content)));
    try {
      ChildProtocol.Media media = child.media(content);
      if (media.damaged()) {
        found.add(
            new Corruption(
                Corruption.Severity.MODERATE,
                CorruptionReason.BROKEN_STREAM,
                "The first packets cannot be read"));
      }
      return new MediaInfo(
          Double.isNaN(media.seconds())
              ? OptionalDouble.empty()
              : OptionalDouble.of(media.seconds()),
          media.width(),
          media.height(),
          text(media.videoCodec()),
          text(media.audioCodec()),
          text(media.container()),
          Structure.worst(found),
          Optional.empty());
    } catch (ChildFailure e) {
      e.corruption().ifPresent(found::add);
      return MediaInfo.unknown(Structure.worst(found), e.hindrance());
    }
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
