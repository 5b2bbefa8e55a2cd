package io.lumina.duplicates.search.tile;

import io.lumina.hash.PairSearch;
import io.lumina.hash.PairSearchException;
import io.lumina.hash.PairSearchProvider;
import io.lumina.hash.PlainPairs;
import java.util.ServiceLoader;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;

/** Opens what compares all pairs, inside a task. */
public final class PairSearches {
  private static final String GPU = "gpu";

  /** What scripts/lumina --gpu require sets. */
  public static final String REQUIRED = "lumina.gpu.required";

  private PairSearches() {}

  /** Whether a run should rather end than go on without a GPU. */
  public static boolean required() {
    return Boolean.getBoolean(REQUIRED);
  }

  /**
   * For the task that asks.
   *
   * @throws PairSearchException when there is no GPU, with the reason
   */
  static PairSearch open(SearchMethod method) {
    if (method != SearchMethod.GPU) {
      return new PlainPairs();
    }
    PairSearchProvider provider =
        ServiceLoader.load(PairSearchProvider.class, PairSearchProvider.class.getClassLoader())
            .findFirst()
            .orElseThrow(
                () ->
                    new PairSearchException(
                        "lumina-gpu is not on the class path (start with --gpu auto)", null));
    provider
        .obstacle()
        .ifPresent(
            reason -> {
              throw new PairSearchException(reason, null);
            });
    return provider.open(device());
  }

  /** The GPU that Spark gave to the task; without such, tasks take turns. */
  private static int device() {
    TaskContext task = TaskContext.get();
    if (task == null) {
      return 0;
    }
    ResourceInformation given = task.resourcesJMap().get(GPU);
    return given == null || given.addresses().length == 0
        ? task.partitionId()
        : number(given.addresses()[0]);
  }

  /** An address of Spark, which may be anything, as the number of a GPU. */
  static int number(String address) {
    try {
      return Integer.parseInt(address.strip());
    } catch (NumberFormatException e) {
      throw new PairSearchException(
          "Spark calls the GPU of this task '%s', which is no number (scripts/gpu-discovery gives numbers)"
              .formatted(address),
          e);
    }
  }
}
