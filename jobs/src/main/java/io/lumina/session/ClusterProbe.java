package io.lumina.session;

import io.lumina.catalog.Catalog;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Asks the executors, before any work begins, whether they see the folders that the driver sees. A
 * disk that is not mounted on one of them would show as pictures that are gone, or as tables with
 * holes. Executors that come later are not asked.
 */
public final class ClusterProbe implements MapPartitionsFunction<Long, String> {
  private static final int ASKS_PER_CORE = 4;

  private final List<String> folders;

  /**
   * A probe.
   *
   * @param folders plain paths that are there for the driver
   */
  ClusterProbe(List<String> folders) {
    this.folders = new ArrayList<>(folders);
  }

  /** A probe for all folders of a run that are no URIs. */
  public static ClusterProbe of(Catalog catalog, String warehouse) {
    return new ClusterProbe(
        Stream.concat(catalog.sourceDirectories().stream(), Stream.of(warehouse))
            .filter(place -> place.startsWith("/") && Files.isDirectory(Path.of(place)))
            .toList());
  }

  /**
   * Asks all executors that are there.
   *
   * @throws LuminaException (usage) naming the first that sees something else, and what
   */
  public void check(SparkSession spark) {
    int asks = ASKS_PER_CORE * spark.sparkContext().defaultParallelism();
    Optional<String> objection =
        spark
            .range(0, asks, 1, asks)
            .mapPartitions(this, Encoders.STRING())
            .collectAsList()
            .stream()
            .min(Comparator.naturalOrder());
    if (objection.isPresent()) {
      throw new LuminaException(ExitCode.USAGE, objection.get());
    }
  }

  @Override
  public Iterator<String> call(Iterator<Long> asks) {
    String host = host();
    List<String> objections = new ArrayList<>();
    if (!FileNames.areUtf8()) {
      objections.add(
          "An executor on "
              + host
              + " reads file names as "
              + FileNames.encoding()
              + ", not UTF-8: set spark.executorEnv.LC_ALL to C.UTF-8");
    }
    for (String folder : folders) {
      if (!Files.isDirectory(Path.of(folder))) {
        objections.add(
            "An executor on "
                + host
                + " does not see the folder "
                + folder
                + ": mount it there too, or use storage that every machine reaches");
      }
    }
    return objections.iterator();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "an unknown host";
    }
  }
}
