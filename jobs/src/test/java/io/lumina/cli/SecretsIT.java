package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.SharedSpark;
import io.lumina.made.MadePicture;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.store.Store;
import io.lumina.table.RunsTable;
import io.lumina.table.TableSpec;
import io.lumina.table.WarehouseTables;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night with an external database, and where its password is not. */
class SecretsIT {
  private static final List<String> PAGES =
      List.of("/environment/", "/SQL/", "/jobs/", "/metrics/prometheus/", "/metrics/json/");

  private final Database database = SharedPostgres.database();
  private final Ask ask = new Ask(database);

  @TempDir Path folder;

  @Test
  void the_password_is_in_no_log_table_page_or_argument() throws Exception {
    String password = database.settings().password().reveal();
    assertThat(password).hasSizeGreaterThan(7);
    Path photos = Files.createDirectories(folder.resolve("photos of secrets"));
    Files.write(photos.resolve("gps.jpg"), MadePicture.of(1, 320, 240).jpeg(80));
    Path home = folder.resolve("home");
    Path events = folder.resolve("events");
    int port = freePort();
    Launcher launcher =
        new Launcher(folder)
            .with("LUMINA_JDBC_PASSWORD", password)
            .with("LUMINA_EVENT_LOG", events + "");
    Process driver =
        launcher.start(
            "nightly",
            "--photos",
            photos + "",
            "--home",
            home + "",
            "--jdbc-url",
            database.settings().url(),
            "--jdbc-user",
            database.settings().user(),
            "--conf",
            "spark.eventLog.compress=false",
            "--conf",
            "spark.ui.enabled=true",
            "--conf",
            "spark.ui.port=" + port);
    Traces traces = new Traces();
    Set<String> pages = new LinkedHashSet<>();
    try {
      look(new StartedNight(launcher, driver, home), port, traces, pages);
      assertThat(driver.exitValue()).as(launcher.printed("err.txt")).isZero();
      String night = run("nightly");
      String scan = run("scan");
      List<String> tables = tables(home);
      List<String> database = database();

      assertThat(Traces.files(folder, password)).isEmpty();
      assertThat(tables).noneMatch(row -> row.contains(password));
      assertThat(database).noneMatch(row -> row.contains(password));
      assertThat(traces.arguments()).noneMatch(argument -> argument.contains(password));
      assertThat(pages).noneMatch(page -> page.contains(password));

      // The same search finds what is there.
      assertThat(Traces.files(home.resolve("logs"), scan)).isNotEmpty();
      assertThat(Traces.files(home.resolve("reports"), night)).isNotEmpty();
      assertThat(Traces.files(home.resolve("warehouse/files/_delta_log"), scan)).isNotEmpty();
      assertThat(Traces.files(events, "SparkListenerSQLExecutionStart")).isNotEmpty();
      assertThat(tables).anyMatch(row -> row.contains(scan));
      assertThat(database).anyMatch(row -> row.contains(scan));
      assertThat(traces.arguments()).anyMatch(argument -> argument.contains("--jdbc-user"));
      assertThat(pages).anyMatch(page -> page.contains("spark.ui.port"));
      assertThat(pages).anyMatch(page -> page.contains("metrics_lumina_driver_lumina_"));
      Path leak = Files.writeString(events.resolve("leak"), "pw=" + password + ";");
      assertThat(Traces.files(folder, password)).containsExactly(leak);
    } finally {
      ask.execute("DELETE FROM lumina.catalogs WHERE name = 'photos of secrets'");
    }
  }

  /** Arguments of the driver and of all that it starts, and its pages in turn, until it ends. */
  private static void look(StartedNight night, int port, Traces traces, Set<String> pages)
      throws Exception {
    HttpClient browser = HttpClient.newHttpClient();
    for (int look = 0; !night.endsWithin(100); look++) {
      traces.look(ProcessHandle.current());
      pages.add(page(browser, port, PAGES.get(look % PAGES.size())));
    }
  }

  /** What a page of the UI says; nothing while there is none. */
  private static String page(HttpClient browser, int port, String path)
      throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
      return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException notYet) {
      return "";
    }
  }

  private String run(String type) {
    return ask.one(
        "SELECT j.run_id FROM lumina.jobs j JOIN lumina.catalogs c ON c.id = j.catalog_id"
            + " WHERE c.name = 'photos of secrets' AND j.job_type = ?",
        type);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Every row of the Delta tables: the files themselves are compressed. */
  private static List<String> tables(Path home) {
    Store store = new Store(SharedSpark.session(), home.resolve("warehouse").toString());
    List<String> rows = new ArrayList<>();
    for (TableSpec table : WarehouseTables.ALL) {
      rows.addAll(store.read(table).toJSON().collectAsList());
    }
    assertThat(store.read(RunsTable.SPEC).count()).isEqualTo(6);
    return rows;
  }

  private List<String> database() {
    List<String> rows = new ArrayList<>();
    for (String table : ask.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'lumina'")) {
      rows.addAll(ask.rows("SELECT t::text FROM lumina." + table + " t"));
    }
    return rows;
  }
}
