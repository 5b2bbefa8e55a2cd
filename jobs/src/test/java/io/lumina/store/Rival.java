package io.lumina.store;

import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.config.Secret;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Child;
import io.lumina.postgres.ConnectionSettings;
import io.lumina.postgres.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Another process that takes a catalog when it is told, and gives it back. */
final class Rival implements AutoCloseable {
  private final Process process;
  private final Writer orders;
  private final BufferedReader answers;

  /** Starts it: URL, data directory beside which the password lies, catalog, warehouse. */
  Rival(String... arguments) throws IOException {
    process = Child.java(Main.class, arguments);
    orders = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    answer();
  }

  long pid() {
    return process.pid();
  }

  void say(String order) throws IOException {
    orders.write(order + "\n");
    orders.flush();
  }

  String answer() throws IOException {
    return String.valueOf(answers.readLine());
  }

  /** Kills it, and says when. */
  Instant kill() throws InterruptedException {
    Instant now = Instant.now();
    process.destroyForcibly().waitFor();
    return now;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The other process. */
  public static final class Main {
    private Main() {}

    /** Obeys "go" and "release" until its input ends. */
    public static void main(String[] arguments) throws IOException {
      Secret password =
          new Secret(Files.readString(Path.of(arguments[1]).resolveSibling("postgres-password")));
      Database database = new Database(new ConnectionSettings(arguments[0], "lumina", password));
      Catalog catalog = new Catalogs(database).get(arguments[2]);
      String run = "run-" + ProcessHandle.current().pid();
      System.out.println("ready");
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      CatalogLock lock = null;
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        if (order.equals("go")) {
          try {
            lock = CatalogLock.acquire(database, catalog, arguments[3], run);
            System.out.println("won");
          } catch (LuminaException refused) {
            System.out.println(refused.exit() + " " + refused.getMessage());
          }
        } else {
          if (lock != null) {
            lock.close();
            lock = null;
          }
          System.out.println("released");
        }
      }
    }
  }
}
