package io.lumina.image.child;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.SynchronousQueue;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;

/**
 * The other end of {@link DecoderChild}: reads requests from standard input, decodes, answers on
 * standard output. It ends when its input ends, even in the middle of a decode: its parent is gone.
 */
final class DecoderChildMain {
  /** The exit value when memory ran out, which is not the file's fault. */
  static final int OUT_OF_MEMORY = 3;

  private static final int CHUNK = 1 << 16;

  private record Job(ChildProtocol.Request request, BytePointer content) {}

  private DecoderChildMain() {}

  /** Started by {@link DecoderChild} only. */
  public static void main(String[] args) throws IOException {
    DataOutputStream answers =
        new DataOutputStream(
            new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // Nothing else may write between the frames.
    System.setOut(System.err);
    Loader.load(avutil.class);
    Loader.load(avcodec.class);
    Loader.load(avformat.class);
    Loader.load(swscale.class);
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    answers.writeInt(ChildProtocol.ANSWER);
    answers.writeByte(ChildProtocol.READY);
    answers.flush();

    SynchronousQueue<Job> jobs = new SynchronousQueue<>();
    Thread decoder = new Thread(() -> decodeAll(jobs, answers), "decoder");
    decoder.setDaemon(true);
    decoder.start();
    try (DataInputStream requests =
        new DataInputStream(new BufferedInputStream(System.in, CHUNK))) {
      while (true) {
        jobs.put(read(requests));
      }
    } catch (EOFException | InterruptedException e) {
      Runtime.getRuntime().halt(0);
    } catch (OutOfMemoryError e) {
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }
  }

  private static Job read(DataInputStream requests) throws IOException {
    ChildProtocol.Request request = ChildProtocol.Request.read(requests);
    int length = requests.readInt();
    // Native memory, so that a small heap serves large files.
    BytePointer content = new BytePointer(Math.max(1L, length));
    content.limit(length);
    byte[] chunk = new byte[CHUNK];
    for (int at = 0; at < length; ) {
      int count = Math.min(CHUNK, length - at);
      requests.readFully(chunk, 0, count);
      content.position(at).put(chunk, 0, count);
      at += count;
    }
    content.position(0);
    return new Job(request, content);
  }

  private static void decodeAll(SynchronousQueue<Job> jobs, DataOutputStream answers) {
    try (FfmpegInput input = new FfmpegInput()) {
      while (true) {
        Job job = jobs.take();
        try (BytePointer content = job.content()) {
          avutil.av_max_alloc(job.request().maxBytes());
          answer(job.request(), content, input, answers);
        }
        answers.flush();
      }
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(1);
    } catch (OutOfMemoryError e) {
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    } catch (Throwable e) {
      // Whatever it is: the parent takes an end for a crash, and starts another.
      Runtime.getRuntime().halt(2);
    }
  }

  private static void answer(
      ChildProtocol.Request request, BytePointer content, FfmpegInput input, DataOutputStream out)
      throws IOException {
    try {
      if (request.kind() == ChildProtocol.MEDIA) {
        ChildProtocol.Media media = new FfmpegMedia(input).read(content);
        head(out, ChildProtocol.MEDIA);
        media.write(out);
      } else {
        ChildProtocol.Picture picture = new FfmpegStill(input, request).read(content);
        head(out, ChildProtocol.PICTURE);
        picture.write(out);
      }
    } catch (FfmpegFailure e) {
      head(out, e.isTooLarge() ? ChildProtocol.TOO_LARGE : ChildProtocol.FAILED);
      out.writeUTF(e.getMessage());
    }
  }

  private static void head(DataOutputStream out, byte kind) throws IOException {
    out.writeInt(ChildProtocol.ANSWER);
    out.writeByte(kind);
  }
}
