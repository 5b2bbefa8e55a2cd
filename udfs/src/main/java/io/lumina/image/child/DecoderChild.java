package io.lumina.image.child;

import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Hindrance;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.image.structure.Orientation;
import io.lumina.image.structure.Verdict;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The process in which FFmpeg decodes: its crash costs the file at hand and nothing else. Started
 * with the first file that needs it, used for many, killed when a file takes too long, started
 * again after a crash. Not thread safe.
 */
public final class DecoderChild implements AutoCloseable {
  /** Unpacking the natives on a busy machine takes a while, once. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** A process that closed its end of a pipe is about to be over. */
  private static final Duration END_LIMIT = Duration.ofSeconds(2);

  /** The exit value of a process that SIGKILL ended. */
  private static final int KILLED = 128 + 9;

  /** After so many starts in a row that failed, no more are tried. */
  private static final int MAX_FAILED_STARTS = 3;

  private static final ScheduledExecutorService WATCHDOG = watchdog();

  private final PictureLimits limits;
  private Process process;
  private DataOutputStream requests;
  private DataInputStream answers;
  private int failedStarts;

  public DecoderChild(PictureLimits limits) {
    this.limits = limits;
  }

  private static ScheduledExecutorService watchdog() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "lumina-decoder-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  /**
   * The luma of a file's picture; size and damage go into the verdict.
   *
   * @param orientation Exif orientation to apply on top of the file's display matrix
   */
  public Optional<byte[]> luma(byte[] content, int orientation, Verdict verdict) {
    return luma(content, -1, -1, orientation, verdict);
  }

  /**
   * The luma of one item of a HEIF file.
   *
   * @param item the picture, or -1 where the file does not tell
   * @param thumbnail the item to decode instead, or -1
   */
  public Optional<byte[]> heifLuma(byte[] content, long item, long thumbnail, Verdict verdict) {
    return luma(content, item, thumbnail, Orientation.UPRIGHT, verdict);
  }

  private Optional<byte[]> luma(
      byte[] content, long item, long thumbnail, int orientation, Verdict verdict) {
    try {
      ChildProtocol.Picture picture =
          ask(
              request(ChildProtocol.PICTURE, item, thumbnail),
              content,
              ChildProtocol.Picture::read);
      if (!verdict.hasSize()) {
        verdict.size(picture.width(), picture.height());
      }
      if (picture.damaged()) {
        verdict
            .decodeDamage()
            .moderate(CorruptionReason.BROKEN_STREAM, "The decoder met errors and went on");
      }
      int side = PictureReading.LUMA_SIDE;
      byte[] upright = Orientation.apply(picture.orientation(), picture.luma(), side);
      return Optional.of(Orientation.apply(orientation, upright, side));
    } catch (ChildFailure e) {
      e.corruption().ifPresent(severe -> verdict.severe(severe.reason(), severe.detail()));
      e.hindrance().ifPresent(verdict::hindered);
      return Optional.empty();
    }
  }

  ChildProtocol.Media media(byte[] content) throws ChildFailure {
    return ask(request(ChildProtocol.MEDIA, -1, -1), content, ChildProtocol.Media::read);
  }

  private ChildProtocol.Request request(byte kind, long item, long thumbnail) {
    return new ChildProtocol.Request(
        kind, limits.maxPixels(), limits.maxDecodedBytes(), item, thumbnail);
  }

  /** The process id while one is running. */
  Optional<Long> pid() {
    return Optional.ofNullable(process).map(Process::pid);
  }

  /** Reads the body of an answer. */
  private interface Body<T> {
    T read(DataInputStream in) throws IOException;
  }

  private <T> T ask(ChildProtocol.Request request, byte[] content, Body<T> body)
      throws ChildFailure {
    if (process == null || !process.isAlive()) {
      start();
    }
    try (Deadline deadline = new Deadline(process, limits.perFile())) {
      try {
        request.write(requests);
        requests.writeInt(content.length);
        requests.write(content);
        requests.flush();
        byte answer = answer();
        if (answer == ChildProtocol.FAILED) {
          throw new ChildFailure(CorruptionReason.UNDECODABLE, answers.readUTF());
        }
        if (answer == ChildProtocol.TOO_LARGE) {
          throw new ChildFailure(
              Hindrance.beyond(
                  CorruptionReason.DECODE_TOO_LARGE,
                  limits.maxDecodedBytes(),
                  "One block of more than "
                      + limits.maxDecodedBytes()
                      + " bytes is needed: "
                      + answers.readUTF()));
        }
        return body.read(answers);
      } catch (IOException e) {
        // Read before stop(), which would look like a kill by the deadline.
        ChildFailure why = deadline.hasPassed() ? late() : ended(process);
        stop();
        throw why;
      }
    }
  }

  private ChildFailure late() {
    return new ChildFailure(
        Hindrance.beyond(
            CorruptionReason.TIME_LIMIT,
            limits.perFile().toMillis(),
            "Decoding took longer than " + limits.perFile()));
  }

  /** A decoder that trips over a file ends by a signal of its own; only others send SIGKILL. */
  static ChildFailure ended(Process process) {
    try {
      boolean over = process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      int exit = over ? process.exitValue() : 0;
      if (exit == KILLED) {
        return new ChildFailure(
            Hindrance.ofOurs(
                CorruptionReason.DECODER_KILLED,
                "The decoder's process was killed, as by a machine that is short of memory"));
      }
      if (exit == DecoderChildMain.OUT_OF_MEMORY) {
        return new ChildFailure(
            Hindrance.ofOurs(
                CorruptionReason.OUT_OF_MEMORY, "The decoder's process had no memory left"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new ChildFailure(
        CorruptionReason.DECODER_CRASHED, "The decoder's process ended on this file");
  }

  private byte answer() throws IOException {
    if (answers.readInt() != ChildProtocol.ANSWER) {
      throw new IOException("No answer of a decoder");
    }
    return answers.readByte();
  }

  /** Whether there is a decoder on this machine. */
  public boolean isThere() {
    try {
      if (process == null || !process.isAlive()) {
        start();
      }
      return true;
    } catch (ChildFailure e) {
      return false;
    }
  }

  private void start() throws ChildFailure {
    stop();
    if (failedStarts >= MAX_FAILED_STARTS) {
      throw unavailable("could not be started " + failedStarts + " times, no more tries");
    }
    failedStarts++;
    try {
      process =
          new ProcessBuilder(ChildCommand.line())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      requests = new DataOutputStream(process.getOutputStream());
      answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
      try (Deadline deadline = new Deadline(process, START_LIMIT)) {
        if (answer() == ChildProtocol.READY && !deadline.hasPassed()) {
          failedStarts = 0;
        }
      }
    } catch (IOException e) {
      stop();
      throw unavailable("does not start: " + e.getMessage());
    }
  }

  private static ChildFailure unavailable(String what) {
    return new ChildFailure(
        Hindrance.ofOurs(CorruptionReason.DECODER_UNAVAILABLE, "The decoder's process " + what));
  }

  private void stop() {
    if (process == null) {
      return;
    }
    process.destroyForcibly();
    try {
      answers.close();
      requests.close();
    } catch (IOException e) {
      // What was left to write went to a process that is gone.
    }
    process = null;
  }

  @Override
  public void close() {
    stop();
  }

  /** Kills a process when its time is over. */
  private static final class Deadline implements AutoCloseable {
    private final long end;
    private final ScheduledFuture<?> kill;

    Deadline(Process process, Duration limit) {
      end = System.nanoTime() + limit.toNanos();
      kill =
          WATCHDOG.schedule(
              () -> process.destroyForcibly(), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean hasPassed() {
      return kill.isDone() || System.nanoTime() >= end;
    }

    @Override
    public void close() {
      kill.cancel(false);
    }
  }
}
