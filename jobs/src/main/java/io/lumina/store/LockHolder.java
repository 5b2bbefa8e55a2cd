package io.lumina.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who holds a catalog.
 *
 * @param runId its run
 * @param catalog what it works on, by name
 * @param host the machine it runs on
 * @param pid its process there
 * @param since when it took the catalog
 */
record LockHolder(String runId, String catalog, String host, long pid, Instant since) {

  /** This process. */
  static LockHolder self(String runId, String catalog) {
    return new LockHolder(
        runId,
        catalog,
        hostName(),
        ProcessHandle.current().pid(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public String toString() {
    return "run "
        + runId
        + " of catalog '"
        + catalog
        + "' (process "
        + pid
        + " on "
        + host
        + ", since "
        + since
        + ")";
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "unknown host";
    }
  }
}
