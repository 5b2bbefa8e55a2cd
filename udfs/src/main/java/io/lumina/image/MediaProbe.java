package io.lumina.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** From the bytes of a video or an audio file to what it holds. */
final class MediaProbe {
  private MediaProbe() {}

  static MediaInfo probe(byte[] content, DecoderChild child) {
    Damage damage = new Damage();
    FileFormat format = FileFormat.detect(content);
    switch (format) {
      case MP4, MOV, M4V, THREE_GP, M4A -> IsoBoxes.check(Bytes.bigEndian(content), damage);
      default -> {}
    }
    try {
      ChildProtocol.Media media = child.media(content);
      if (media.damaged()) {
        damage.moderate(CorruptionReason.BROKEN_STREAM, "The first packets cannot be read");
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
              Optional.empty())
          .with(Structure.worst(damage.found()));
    } catch (ChildFailure e) {
      MediaInfo failed = MediaInfo.unreadable(e.reason(), e.getMessage());
      List<Corruption> all = new ArrayList<>(damage.found());
      failed.corruption().ifPresent(all::add);
      return failed.with(Structure.worst(all));
    }
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
