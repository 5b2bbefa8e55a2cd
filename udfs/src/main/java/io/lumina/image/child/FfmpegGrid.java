package io.lumina.image.child;

import io.lumina.image.pixels.JpegPicture;
import io.lumina.image.pixels.Luma;
import io.lumina.image.structure.Orientation;
import io.lumina.raster.Box;
import io.lumina.raster.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;

/** A picture in tiles, as phones write it: each tile is decoded, made small, and put in place. */
final class FfmpegGrid {
  private static final byte MISSING = (byte) 128;

  private record Place(int x, int y) {}

  private final AVFormatContext context;
  private final AVStreamGroup group;
  private final AVStreamGroupTileGrid grid;
  private final long maxPixels;
  private final Map<Integer, List<Place>> places = new HashMap<>();
  private int scale;

  FfmpegGrid(AVFormatContext context, AVStreamGroup group, long maxPixels) {
    this.context = context;
    this.group = group;
    this.grid = group.params_tile_grid();
    this.maxPixels = maxPixels;
  }

  ChildProtocol.Picture read() throws FfmpegFailure {
    int width = grid.width();
    int height = grid.height();
    long coded = (long) grid.coded_width() * grid.coded_height();
    if (width < 1 || height < 1 || Math.max(coded, (long) width * height) > maxPixels) {
      throw new FfmpegFailure("A grid of " + width + "x" + height + " pixels");
    }
    layOut();
    int wide = (Math.max(width, grid.coded_width()) + scale - 1) / scale;
    int high = (Math.max(height, grid.coded_height()) + scale - 1) / scale;
    byte[] canvas = new byte[wide * high];
    Arrays.fill(canvas, MISSING);
    boolean damaged = decode(new Raster(wide, high, canvas));
    Raster all = new Raster(wide, high, canvas);
    Box box = new Box((double) width / scale, (double) height / scale);
    AVPacketSideData matrix =
        avcodec.av_packet_side_data_get(
            grid.coded_side_data(), grid.nb_coded_side_data(), avcodec.AV_PKT_DATA_DISPLAYMATRIX);
    return new ChildProtocol.Picture(
        width,
        height,
        DisplayMatrix.orientation(matrix),
        Luma.of(all, box, Orientation.UPRIGHT),
        damaged);
  }

  /** Finds each tile's place, and the scale at which all places are whole pixels. */
  private void layOut() throws FfmpegFailure {
    scale = JpegPicture.scale(grid.width(), grid.height());
    for (int i = 0; i < context.nb_streams(); i++) {
      context.streams(i).discard(avcodec.AVDISCARD_ALL);
    }
    for (int tile = 0; tile < grid.nb_tiles(); tile++) {
      int member = grid.offsets_idx(tile);
      if (member < 0 || member >= group.nb_streams()) {
        throw new FfmpegFailure("Tile " + tile + " is not in the file");
      }
      int stream = group.streams(member).index();
      int x = grid.offsets_horizontal(tile);
      int y = grid.offsets_vertical(tile);
      while (scale > 1 && (x % scale != 0 || y % scale != 0)) {
        scale /= 2;
      }
      context.streams(stream).discard(avcodec.AVDISCARD_DEFAULT);
      places.computeIfAbsent(stream, key -> new ArrayList<>()).add(new Place(x, y));
    }
  }

  /** Returns whether a tile is missing or damaged; throws where all are. */
  private boolean decode(Raster canvas) throws FfmpegFailure {
    AVCodecParameters parameters = group.streams(0).codecpar();
    boolean full = FfmpegGrey.isFullRange(parameters);
    boolean damaged = false;
    int left = places.size();
    FfmpegFailure last = new FfmpegFailure("No tile of the grid is in the file");
    AVPacket packet = avcodec.av_packet_alloc();
    try (FfmpegDecoder decoder = new FfmpegDecoder(parameters, maxPixels)) {
      while (!places.isEmpty() && avformat.av_read_frame(context, packet) >= 0) {
        List<Place> here = places.remove(packet.stream_index());
        if (here != null) {
          try {
            AVFrame frame = decoder.decode(packet);
            damaged |= FfmpegDecoder.isDamaged(frame);
            Raster tile = FfmpegGrey.of(frame, scale, full);
            here.forEach(place -> put(tile, place, canvas));
            left--;
          } catch (FfmpegFailure e) {
            last = e;
          }
        }
        avcodec.av_packet_unref(packet);
      }
    } finally {
      avcodec.av_packet_free(packet);
    }
    if (left > 0 && left == grid.nb_tiles()) {
      throw last;
    }
    return damaged || left > 0;
  }

  private void put(Raster tile, Place place, Raster canvas) {
    int x = place.x / scale;
    int y = place.y / scale;
    if (x < 0 || y < 0 || x >= canvas.width()) {
      return;
    }
    int count = Math.min(tile.width(), canvas.width() - x);
    int rows = Math.min(tile.height(), canvas.height() - y);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(
          tile.grey(), row * tile.width(), canvas.grey(), (y + row) * canvas.width() + x, count);
    }
  }
}
