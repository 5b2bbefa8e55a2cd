package io.lumina.image.child;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** Decodes single pictures: one packet in, one frame out. */
final class FfmpegDecoder implements AutoCloseable {
  private final AVCodecContext context;
  private final AVFrame frame = avutil.av_frame_alloc();
  private boolean used;

  FfmpegDecoder(AVCodecParameters parameters, long maxPixels) throws FfmpegFailure {
    AVCodec codec = codec(parameters.codec_id());
    if (codec == null || codec.isNull()) {
      String name = avcodec.avcodec_get_name(parameters.codec_id()).getString();
      throw new FfmpegFailure("There is no decoder for " + name);
    }
    context = avcodec.avcodec_alloc_context3(codec);
    avcodec.avcodec_parameters_to_context(context, parameters);
    context.thread_count(1);
    context.max_pixels(maxPixels);
    int result = avcodec.avcodec_open2(context, codec, (AVDictionary) null);
    if (result < 0) {
      close();
    }
    FfmpegFailure.check("Opening the decoder", result);
  }

  private static AVCodec codec(int id) {
    // The decoder that is found first for AV1 needs hardware.
    return id == avcodec.AV_CODEC_ID_AV1
        ? avcodec.avcodec_find_decoder_by_name("libaom-av1")
        : avcodec.avcodec_find_decoder(id);
  }

  /** The picture in a packet; valid until the next call. */
  AVFrame decode(AVPacket packet) throws FfmpegFailure {
    if (used) {
      avcodec.avcodec_flush_buffers(context);
    }
    used = true;
    FfmpegFailure.check("Decoding", avcodec.avcodec_send_packet(context, packet));
    int result = avcodec.avcodec_receive_frame(context, frame);
    if (result == avutil.AVERROR_EAGAIN()) {
      avcodec.avcodec_send_packet(context, (AVPacket) null);
      result = avcodec.avcodec_receive_frame(context, frame);
    }
    FfmpegFailure.check("Decoding", result);
    return frame;
  }

  static boolean isDamaged(AVFrame frame) {
    return frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
  }

  @Override
  public void close() {
    avutil.av_frame_free(frame);
    avcodec.avcodec_free_context(context);
  }
}
