package io.lumina.made;

import java.awt.image.BufferedImage;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** The grey picture as an encoder of FFmpeg writes it, for formats that ImageIO does not write. */
final class CodedPicture {
  private final MadePicture picture;

  private CodedPicture(MadePicture picture) {
    this.picture = picture;
  }

  /** A whole file of JPEG 2000. */
  static byte[] jpeg2000(MadePicture picture) {
    return new CodedPicture(picture).encode("jpeg2000");
  }

  /** A frame of AV1, which a file has to be put around. */
  static byte[] av1(MadePicture picture) {
    return new CodedPicture(picture).encode("libaom-av1");
  }

  private byte[] encode(String encoder) {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    AVCodec codec = avcodec.avcodec_find_encoder_by_name(encoder);
    AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
    AVFrame frame = avutil.av_frame_alloc();
    AVPacket packet = avcodec.av_packet_alloc();
    try {
      context.width(picture.width()).height(picture.height());
      context.pix_fmt(avutil.AV_PIX_FMT_GRAY8).color_range(avutil.AVCOL_RANGE_JPEG);
      context.time_base().num(1).den(25);
      // An encoder passes by the option of the other: AV1 in little time, JPEG 2000 without loss.
      avutil.av_opt_set_int(context.priv_data(), "cpu-used", 8, 0);
      avutil.av_opt_set_int(context.priv_data(), "pred", 1, 0);
      context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE).global_quality(0);
      check(encoder, avcodec.avcodec_open2(context, codec, (AVDictionary) null));
      fill(frame);
      check(encoder, avcodec.avcodec_send_frame(context, frame));
      check(encoder, avcodec.avcodec_send_frame(context, null));
      check(encoder, avcodec.avcodec_receive_packet(context, packet));
      byte[] bytes = new byte[packet.size()];
      packet.data().get(bytes);
      return bytes;
    } finally {
      avcodec.av_packet_free(packet);
      avutil.av_frame_free(frame);
      avcodec.avcodec_free_context(context);
    }
  }

  private void fill(AVFrame frame) {
    frame.width(picture.width()).height(picture.height()).format(avutil.AV_PIX_FMT_GRAY8);
    frame.color_range(avutil.AVCOL_RANGE_JPEG);
    check("a frame", avutil.av_frame_get_buffer(frame, 0));
    byte[] grey = grey(picture);
    int width = picture.width();
    for (int y = 0; y < picture.height(); y++) {
      frame.data(0).position((long) y * frame.linesize(0)).put(grey, y * width, width);
    }
  }

  /** Of full range, row by row. */
  static byte[] grey(MadePicture picture) {
    BufferedImage image = picture.image();
    byte[] grey = new byte[image.getWidth() * image.getHeight()];
    for (int i = 0; i < grey.length; i++) {
      int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
      int sum = 299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255);
      grey[i] = (byte) ((sum + 500) / 1000);
    }
    return grey;
  }

  private static void check(String what, int result) {
    if (result < 0) {
      throw new IllegalStateException("FFmpeg gives %d for %s".formatted(result, what));
    }
  }
}
