package io.lumina.image.child;

import io.lumina.image.pixels.JpegPicture;
import io.lumina.image.pixels.Luma;
import io.lumina.image.structure.Orientation;
import io.lumina.raster.Box;
import io.lumina.raster.Raster;
import java.util.Optional;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** One still picture of a file: HEIF item, grid of tiles, or the largest picture there is. */
final class FfmpegStill {
  private final FfmpegInput input;
  private final ChildProtocol.Request request;

  FfmpegStill(FfmpegInput input, ChildProtocol.Request request) {
    this.input = input;
    this.request = request;
  }

  ChildProtocol.Picture read(BytePointer content) throws FfmpegFailure {
    if (request.thumbnail() >= 0) {
      try (FfmpegInput.Opened file = input.open(content)) {
        OptionalInt thumbnail = stream(file.context(), request.thumbnail());
        if (thumbnail.isPresent()) {
          return single(file.context(), thumbnail.getAsInt());
        }
      } catch (FfmpegFailure e) {
        // The picture itself may be whole.
      }
    }
    try (FfmpegInput.Opened file = input.open(content)) {
      AVFormatContext context = file.context();
      Optional<AVStreamGroup> grid = grid(context);
      if (grid.isPresent()) {
        return new FfmpegGrid(context, grid.get(), request.maxPixels()).read();
      }
      OptionalInt item = stream(context, request.item());
      return single(context, item.isPresent() ? item.getAsInt() : largest(context));
    }
  }

  private Optional<AVStreamGroup> grid(AVFormatContext context) {
    AVStreamGroup first = null;
    for (int i = 0; i < context.nb_stream_groups(); i++) {
      AVStreamGroup group = context.stream_groups(i);
      if (group.type() != avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID) {
        continue;
      }
      if (group.id() == request.item()) {
        return Optional.of(group);
      }
      first = first == null ? group : first;
    }
    boolean alone = stream(context, request.item()).isEmpty();
    return alone ? Optional.ofNullable(first) : Optional.empty();
  }

  private static OptionalInt stream(AVFormatContext context, long item) {
    for (int i = 0; item >= 0 && i < context.nb_streams(); i++) {
      if (context.streams(i).id() == item) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static int largest(AVFormatContext context) throws FfmpegFailure {
    int found = -1;
    long most = -1;
    for (int i = 0; i < context.nb_streams(); i++) {
      AVStream stream = context.streams(i);
      long pixels = (long) stream.codecpar().width() * stream.codecpar().height();
      if (stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO && pixels > most) {
        found = i;
        most = pixels;
      }
    }
    if (found < 0) {
      throw new FfmpegFailure("There is no picture among " + context.nb_streams() + " streams");
    }
    return found;
  }

  private ChildProtocol.Picture single(AVFormatContext context, int index) throws FfmpegFailure {
    AVStream stream = context.streams(index);
    keepOnly(context, index);
    AVPacket packet = avcodec.av_packet_alloc();
    try (FfmpegDecoder decoder = new FfmpegDecoder(stream.codecpar(), request.maxPixels())) {
      do {
        avcodec.av_packet_unref(packet);
        FfmpegFailure.check("Reading the picture", avformat.av_read_frame(context, packet));
      } while (packet.stream_index() != index);
      AVFrame frame = decoder.decode(packet);
      int width = frame.width();
      int height = frame.height();
      int scale = JpegPicture.scale(width, height);
      boolean full = FfmpegGrey.isFullRange(stream.codecpar());
      Raster grey = FfmpegGrey.of(frame, scale, full);
      Box box = new Box((double) width / scale, (double) height / scale);
      AVPacketSideData matrix =
          avcodec.av_packet_side_data_get(
              stream.codecpar().coded_side_data(),
              stream.codecpar().nb_coded_side_data(),
              avcodec.AV_PKT_DATA_DISPLAYMATRIX);
      return new ChildProtocol.Picture(
          width,
          height,
          DisplayMatrix.orientation(matrix),
          Luma.of(grey, box, Orientation.UPRIGHT),
          FfmpegDecoder.isDamaged(frame));
    } finally {
      avcodec.av_packet_free(packet);
    }
  }

  private static void keepOnly(AVFormatContext context, int index) {
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != index) {
        context.streams(i).discard(avcodec.AVDISCARD_ALL);
      }
    }
  }
}
