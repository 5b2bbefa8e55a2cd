package io.lumina.image.child;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** What a media file says of itself: duration, sizes, codecs. */
final class FfmpegMedia {
  /** Bytes and microseconds that may be read to find out. */
  private static final long PROBE_BYTES = 8L << 20;

  private static final long PROBE_MICROSECONDS = 2_000_000;

  private final FfmpegInput input;

  FfmpegMedia(FfmpegInput input) {
    this.input = input;
  }

  ChildProtocol.Media read(BytePointer content) throws FfmpegFailure {
    try (FfmpegInput.Opened file = input.open(content)) {
      AVFormatContext context = file.context();
      context.probesize(PROBE_BYTES);
      context.max_analyze_duration(PROBE_MICROSECONDS);
      int found = avformat.avformat_find_stream_info(context, (PointerPointer<?>) null);
      AVCodecParameters video = first(context, avutil.AVMEDIA_TYPE_VIDEO);
      AVCodecParameters audio = first(context, avutil.AVMEDIA_TYPE_AUDIO);
      long duration = context.duration();
      String container = context.iformat().name().getString();
      return new ChildProtocol.Media(
          duration == avutil.AV_NOPTS_VALUE || duration < 0
              ? Double.NaN
              : duration / (double) avutil.AV_TIME_BASE,
          video == null ? 0 : Math.max(0, video.width()),
          video == null ? 0 : Math.max(0, video.height()),
          codec(video),
          codec(audio),
          container.split(",")[0],
          found < 0);
    }
  }

  private static AVCodecParameters first(AVFormatContext context, int type) {
    for (int i = 0; i < context.nb_streams(); i++) {
      AVCodecParameters parameters = context.streams(i).codecpar();
      if (parameters.codec_type() == type) {
        return parameters;
      }
    }
    return null;
  }

  private static String codec(AVCodecParameters parameters) {
    return parameters == null || parameters.codec_id() == avcodec.AV_CODEC_ID_NONE
        ? ""
        : avcodec.avcodec_get_name(parameters.codec_id()).getString();
  }
}
