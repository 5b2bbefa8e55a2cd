package io.lumina.gpu.check;

import io.lumina.gpu.luma.ByteRows;
import io.lumina.gpu.luma.LumaCases;
import io.lumina.gpu.luma.LumaEngine;
import io.lumina.gpu.luma.PlainLumas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Whether an engine gives the answers of the plain functions, in every bit. */
final class LumaChecks {
  private static final int BATCH = 10_000;

  private final Supplier<LumaEngine> engines;
  private final int randomLumas;

  /**
   * @param engines gives an engine for the calling thread
   */
  LumaChecks(Supplier<LumaEngine> engines, int randomLumas) {
    this.engines = engines;
    this.randomLumas = randomLumas;
  }

  void run(Findings findings) {
    findings.check("extreme lumas", () -> compare(LumaCases.extremes()));
    findings.check("null and empty rows", () -> compare(LumaCases.gaps(1)));
    findings.check("a row of a wrong length is refused as on the CPU", this::wrongLength);
    findings.check("the same after a refusal", () -> compare(LumaCases.gaps(2)));
    findings.check("%,d random lumas, four threads at once".formatted(randomLumas), this::random);
  }

  /** Each of four threads has an engine; the reference is computed by all of them. */
  private Optional<String> random() {
    int batches = (randomLumas + BATCH - 1) / BATCH;
    return IntStream.range(0, 4)
        .mapToObj(first -> start(() -> batches(first, batches)))
        .toList()
        .stream()
        .map(Running::join)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> batches(int first, int batches) {
    LumaEngine engine = engines.get();
    for (int batch = first; batch < batches; batch += 4) {
      int count = Math.min(BATCH, randomLumas - batch * BATCH);
      Optional<String> fault = compare(engine, LumaCases.random(batch, count));
      if (fault.isPresent()) {
        String where = "batch " + batch + ", ";
        return fault.map(where::concat);
      }
    }
    return Optional.empty();
  }

  private Optional<String> wrongLength() {
    List<byte[]> lumas = new ArrayList<>(LumaCases.random(2, 100));
    lumas.set(70, new byte[1024]);
    String expected = refusal(new PlainLumas(), lumas);
    String said = refusal(engines.get(), lumas);
    return said.equals(expected) ? Optional.empty() : Optional.of(said + ", not " + expected);
  }

  private static String refusal(LumaEngine engine, List<byte[]> lumas) {
    try {
      engine.answers(ByteRows.of(lumas));
      return "an answer";
    } catch (IllegalArgumentException refused) {
      return refused.getMessage();
    }
  }

  private Optional<String> compare(List<byte[]> lumas) {
    return compare(engines.get(), lumas);
  }

  private static Optional<String> compare(LumaEngine engine, List<byte[]> lumas) {
    ByteRows rows = ByteRows.of(lumas);
    return engine.answers(rows).firstDifference(new PlainLumas().answers(rows));
  }

  /** A thread and what it found. */
  private static final class Running {
    private final Thread thread;
    private Optional<String> fault = Optional.of("the thread ended early");

    Running(Supplier<Optional<String>> work) {
      this.thread =
          new Thread(
              () -> {
                try {
                  fault = work.get();
                } catch (RuntimeException | LinkageError thrown) {
                  fault = Optional.of(thrown.toString());
                }
              });
      thread.start();
    }

    Optional<String> join() {
      try {
        thread.join();
        return fault;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of("interrupted");
      }
    }
  }

  private static Running start(Supplier<Optional<String>> work) {
    return new Running(work);
  }
}
