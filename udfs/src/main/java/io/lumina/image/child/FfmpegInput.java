package io.lumina.image.child;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Opens files that lie in memory. One for a process: JavaCPP has few places for callbacks. A file
 * can name no other file or address: only listed containers are tried, and no protocol is allowed.
 */
final class FfmpegInput implements AutoCloseable {
  private static final int BUFFER = 1 << 15;
  private static final int SEEK_SET = 0;
  private static final int SEEK_CUR = 1;
  private static final int SEEK_END = 2;
  private static final String FORMATS =
      "mov,matroska,webm,avi,asf,flv,mpeg,mpegts,mpegvideo,mp3,aac,wav,flac,ogg,ico,"
          + "jpeg_pipe,j2k_pipe,psd_pipe,jpeg2000_pipe";

  private final Read_packet_Pointer_BytePointer_int read =
      new Read_packet_Pointer_BytePointer_int() {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
          return FfmpegInput.this.read(buffer, size);
        }
      };

  private final Seek_Pointer_long_int seek =
      new Seek_Pointer_long_int() {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
          return FfmpegInput.this.seek(offset, whence);
        }
      };

  private BytePointer content;
  private long position;

  /** An open file. */
  final class Opened implements AutoCloseable {
    private final AVIOContext io;
    private final AVFormatContext context;

    private Opened(AVIOContext io, AVFormatContext context) {
      this.io = io;
      this.context = context;
    }

    AVFormatContext context() {
      return context;
    }

    @Override
    public void close() {
      avformat.avformat_close_input(context);
      free(io);
    }
  }

  Opened open(BytePointer bytes) throws FfmpegFailure {
    content = bytes;
    position = 0;
    BytePointer buffer = new BytePointer(avutil.av_malloc(BUFFER)).capacity(BUFFER);
    AVIOContext io = avformat.avio_alloc_context(buffer, BUFFER, 0, null, read, null, seek);
    AVFormatContext context = avformat.avformat_alloc_context();
    context.pb(io);
    context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
    AVDictionary options = new AVDictionary(null);
    avutil.av_dict_set(options, "format_whitelist", FORMATS, 0);
    avutil.av_dict_set(options, "protocol_whitelist", "none", 0);
    int result = avformat.avformat_open_input(context, (String) null, null, options);
    avutil.av_dict_free(options);
    if (result < 0) {
      // The context is freed by the failed call, the reader of bytes is not.
      free(io);
    }
    FfmpegFailure.check("Opening the file", result);
    return new Opened(io, context);
  }

  private static void free(AVIOContext io) {
    avutil.av_free(io.buffer());
    avformat.avio_context_free(io);
  }

  private int read(BytePointer buffer, int size) {
    long left = content.limit() - position;
    if (left <= 0 || size <= 0) {
      return avutil.AVERROR_EOF;
    }
    int count = (int) Math.min(size, left);
    Pointer.memcpy(buffer, content.getPointer(position), count);
    position += count;
    return count;
  }

  private long seek(long offset, int whence) {
    if ((whence & avformat.AVSEEK_SIZE) != 0) {
      return content.limit();
    }
    long target =
        switch (whence & 3) {
          case SEEK_SET -> offset;
          case SEEK_CUR -> position + offset;
          case SEEK_END -> content.limit() + offset;
          default -> -1;
        };
    if (target < 0 || target > content.limit()) {
      return avutil.AVERROR_EINVAL();
    }
    position = target;
    return target;
  }

  @Override
  public void close() {
    read.close();
    seek.close();
  }
}
