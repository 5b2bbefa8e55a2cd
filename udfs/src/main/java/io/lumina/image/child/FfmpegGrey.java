package io.lumina.image.child;

import io.lumina.image.pixels.Grey;
import io.lumina.raster.Raster;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** From a decoded frame to grey values of full range, made smaller by a power of two on the way. */
final class FfmpegGrey {
  private static final int UNIT = 1 << 16;
  private static final Set<Integer> FILM_CODECS =
      Set.of(avcodec.AV_CODEC_ID_HEVC, avcodec.AV_CODEC_ID_AV1, avcodec.AV_CODEC_ID_H264);

  private FfmpegGrey() {}

  /**
   * Whether values use all of 0 to 255. Codecs of films leave room below black and above white
   * unless the file says otherwise; codecs of photos never do, and nothing says so in their files.
   */
  static boolean isFullRange(AVCodecParameters parameters) {
    return parameters.color_range() == avutil.AVCOL_RANGE_JPEG
        || !FILM_CODECS.contains(parameters.codec_id());
  }

  /**
   * The grey picture of a frame.
   *
   * @param scale 1, 2, 4 or 8; sides are rounded up
   * @param fullRange see {@link #isFullRange}
   */
  static Raster of(AVFrame frame, int scale, boolean fullRange) throws FfmpegFailure {
    AVPixFmtDescriptor format = avutil.av_pix_fmt_desc_get(frame.format());
    long colour =
        avutil.AV_PIX_FMT_FLAG_RGB | avutil.AV_PIX_FMT_FLAG_ALPHA | avutil.AV_PIX_FMT_FLAG_PAL;
    int width = (frame.width() + scale - 1) / scale;
    int height = (frame.height() + scale - 1) / scale;
    if ((format.flags() & colour) == 0) {
      boolean full = fullRange || frame.color_range() == avutil.AVCOL_RANGE_JPEG;
      byte[] grey = convert(frame, width, height, avutil.AV_PIX_FMT_GRAY8, 1, full);
      return new Raster(width, height, grey);
    }
    byte[] rgba = convert(frame, width, height, avutil.AV_PIX_FMT_RGBA, 4, true);
    byte[] grey = new byte[width * height];
    for (int i = 0; i < grey.length; i++) {
      int alpha = rgba[4 * i + 3] & 0xff;
      int red = Grey.overWhite(rgba[4 * i] & 0xff, alpha);
      int green = Grey.overWhite(rgba[4 * i + 1] & 0xff, alpha);
      int blue = Grey.overWhite(rgba[4 * i + 2] & 0xff, alpha);
      grey[i] = (byte) Grey.of(red, green, blue);
    }
    return new Raster(width, height, grey);
  }

  private static byte[] convert(
      AVFrame frame, int width, int height, int format, int bytesPerPixel, boolean fullRange)
      throws FfmpegFailure {
    int flags =
        width == frame.width() && height == frame.height() ? swscale.SWS_POINT : swscale.SWS_AREA;
    SwsContext scaler =
        swscale.sws_getContext(
            frame.width(),
            frame.height(),
            frame.format(),
            width,
            height,
            format,
            flags | swscale.SWS_ACCURATE_RND,
            null,
            null,
            (DoublePointer) null);
    if (scaler == null || scaler.isNull()) {
      throw new FfmpegFailure("No conversion from pixel format " + frame.format());
    }
    // Lines a multiple of 64 bytes long, and one line more: the scaler writes in vectors.
    int stride = (width * bytesPerPixel + 127) / 64 * 64;
    try (BytePointer out = new BytePointer((long) stride * (height + 1));
        PointerPointer<BytePointer> planes = new PointerPointer<>(4);
        IntPointer strides = new IntPointer(stride, 0, 0, 0)) {
      planes.put(0, out).put(1, null).put(2, null).put(3, null);
      IntPointer table = swscale.sws_getCoefficients(frame.colorspace());
      swscale.sws_setColorspaceDetails(scaler, table, fullRange ? 1 : 0, table, 1, 0, UNIT, UNIT);
      FfmpegFailure.check(
          "Converting to grey",
          swscale.sws_scale(
              scaler, frame.data(), frame.linesize(), 0, frame.height(), planes, strides));
      byte[] pixels = new byte[width * height * bytesPerPixel];
      for (int y = 0; y < height; y++) {
        out.position((long) y * stride)
            .get(pixels, y * width * bytesPerPixel, width * bytesPerPixel);
      }
      out.position(0);
      return pixels;
    } finally {
      swscale.sws_freeContext(scaler);
    }
  }
}
