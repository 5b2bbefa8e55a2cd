package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.postgres.Catalog;
import io.lumina.postgres.Catalogs;
import io.lumina.postgres.Database;
import io.lumina.store.CatalogLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake of a user is one line and its exit code. */
class BadInputIT {
  private final Database database = SharedPostgres.database();
  private final String url = database.settings().url();

  @TempDir Path folder;

  @Test
  void a_missing_folder_is_named() throws IOException {
    assertThat(refused(3, external("nightly", "--photos", folder.resolve("nowhere").toString())))
        .contains(
            "The source directory "
                + folder.resolve("nowhere")
                + " is not there; mount its disk, or name another with --photos");
  }

  @Test
  void a_folder_that_is_a_file_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("photo.jpg"), "x");
    assertThat(refused(3, external("nightly", "--photos", file.toString())))
        .contains("The source " + file + " is no directory; name the folder that it lies in");
  }

  @Test
  void an_unknown_catalog_names_the_nearest() throws IOException {
    new Catalogs(database).create("holidays-of-winter", List.of());
    assertThat(refused(1, external("scan", "--catalog", "holiday-of-winter")))
        .contains("There is no catalog 'holiday-of-winter'; did you mean 'holidays-of-winter'?");
  }

  @Test
  void a_wrong_address_says_how_to_write_it() {
    assertThat(
            refused(1, "sql", "SELECT 1", "--jdbc-url", "jdbc:postgresql:/what", "--home", home()))
        .contains("jdbc:postgresql://");
    assertThat(refused(1, "sql", "SELECT 1", "--jdbc-url", "mysql://there", "--home", home()))
        .contains("jdbc:postgresql://");
  }

  @Test
  void a_password_in_the_address_is_refused_and_not_repeated() {
    assertThat(
            refused(
                1,
                "sql",
                "SELECT 1",
                "--jdbc-url",
                "jdbc:postgresql://127.0.0.1:1/x?user=me&password=hunter2",
                "--home",
                home()))
        .doesNotContain("hunter2");
  }

  @Test
  void a_database_that_is_away_is_temporary() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(
            refused(
                5,
                "nightly",
                "--photos",
                folder.toString(),
                "--jdbc-url",
                "jdbc:postgresql://127.0.0.1:" + port + "/lumina",
                "--home",
                home()))
        .contains("The database does not answer at");
  }

  @Test
  void a_wrong_password_is_not_shown() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "hunter2\n");
    assertThat(
            refused(
                1,
                "sql",
                "SELECT 1",
                "--jdbc-url",
                url,
                "--jdbc-user",
                "lumina",
                "--jdbc-password-file",
                password.toString(),
                "--home",
                home()))
        .contains("The database refuses user 'lumina'")
        .doesNotContain("hunter2");
  }

  @Test
  void a_missing_password_and_a_missing_password_file_are_said() throws IOException {
    assertThat(
            refused(
                1, "sql", "SELECT 1", "--jdbc-url", url, "--jdbc-user", "lumina", "--home", home()))
        .contains("LUMINA_JDBC_PASSWORD");
    assertThat(
            refused(
                1,
                "sql",
                "SELECT 1",
                "--jdbc-url",
                url,
                "--jdbc-password-file",
                folder.resolve("none").toString()))
        .contains("The password file " + folder.resolve("none") + " cannot be read");
  }

  @Test
  void a_home_that_cannot_be_made_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThat(refused(1, "catalog", "list", "--home", file.toString())).contains(file.toString());
    assertThat(refused(1, "catalog", "list", "--home", file.resolve("below").toString()))
        .contains(file.toString());
  }

  @Test
  void a_second_run_is_told_who_has_the_catalog() throws IOException {
    String name = "held " + UUID.randomUUID();
    Catalog catalog = new Catalogs(database).create(name, List.of(folder.toString()));
    try (CatalogLock lock =
        CatalogLock.acquire(database, catalog, folder.resolve("other").toString(), "run-17")) {
      assertThat(refused(8, external("scan", "--catalog", lock.catalog().name())))
          .contains("Catalog '" + name + "' is in use by run run-17")
          .contains("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void unknown_keys_flags_and_commands_name_the_nearest() {
    assertThat(refused(1, "nightly", "--set", "duplicates.treshold=3", "--home", home()))
        .contains("there is no key 'duplicates.treshold'; did you mean 'duplicates.threshold'?");
    assertThat(refused(1, "nightly", "--catalogue", "x"))
        .contains("There is no option '--catalogue'; did you mean '--catalog'?");
    assertThat(refused(1, "nightli"))
        .contains("There is no command 'nightli'; did you mean 'nightly'?");
    assertThat(refused(1, "catalog", "lst")).contains("did you mean 'list'?");
    assertThat(refused(1)).contains("A command is missing");
    assertThat(refused(1, "sql")).contains("SELECT");
  }

  @Test
  void values_out_of_bounds_are_found_before_any_work() {
    assertThat(refused(1, "nightly", "--set", "duplicates.threshold=99", "--home", home()))
        .contains("threshold");
    assertThat(refused(1, "nightly", "--set", "analyze.max-pixels=many", "--home", home()))
        .contains("analyze.max-pixels");
    assertThat(refused(1, "nightly", "--set", "analyze.time-zone=Europe/Zurch", "--home", home()))
        .contains("did you mean 'Europe/Zurich'?");
    assertThat(refused(1, "nightly", "--set", "report.max-groups=-1", "--home", home()))
        .contains("-1");
    assertThat(refused(1, "nightly", "--set", "analyze.time-per-file=soon", "--home", home()))
        .contains("analyze.time-per-file");
    assertThat(refused(1, "nightly", "--set", "duplicates.profile=loose", "--home", home()))
        .contains("consensus");
    assertThat(refused(1, "nightly", "--config", home() + "/none.conf", "--home", home()))
        .contains("none.conf");
  }

  @Test
  void what_duplicates_are_is_checked_like_its_keys() {
    assertThat(refused(1, "duplicates", "--threshold", "16", "--home", home()))
        .contains("duplicates.threshold is 16, but every pair is found only up to 15")
        .contains("--recall best-effort");
    assertThat(refused(1, "nightly", "--profile", "pdq", "--threshold", "81", "--home", home()))
        .contains("duplicates.pdq-threshold is 81, but every pair is found only up to 80");
    assertThat(refused(1, "duplicates", "--threshold", "many", "--home", home())).contains("many");
    assertThat(refused(1, "duplicates", "--profile", "loose", "--home", home()))
        .contains("duplicates.profile is 'loose'; it must be one of consensus, dhash, pdq");
    assertThat(refused(1, "nightly", "--recall", "some", "--home", home()))
        .contains("guaranteed, best-effort");
    assertThat(refused(1, "nightly", "--bursts", "none", "--home", home()))
        .contains("exclude-pairs, exclude-all");
  }

  @Test
  void wrong_sql_is_one_line_too() throws IOException {
    assertThat(refused(1, external("sql", "SELEC 1"))).contains("SELEC");
    assertThat(refused(1, external("sql", "SELECT * FROM lumina.image"))).contains("lumina.image");
    assertThat(refused(1, external("sql", "DELETE FROM lumina.images"))).contains("Only questions");
    assertThat(refused(1, external("sql", "SELECT 1", "--format", "xml"))).contains("xml");
    assertThat(refused(1, external("runs", "show", "'; DROP TABLE lumina.jobs; --")))
        .contains("is no run id");
  }

  @Test
  void questions_about_groups_need_labels_and_groups() throws IOException {
    Path truth =
        Files.writeString(folder.resolve("truth.csv"), "file,level,family\na.jpg,near,a\n");
    Path wrong = Files.writeString(folder.resolve("wrong.csv"), "name,label\na.jpg,near\n");
    String name = "without groups " + UUID.randomUUID();
    new Catalogs(database).create(name, List.of(folder.toString()));
    assertThat(refused(1, "evaluate", "--truth", folder.resolve("none.csv").toString()))
        .contains("The truth file " + folder.resolve("none.csv") + " cannot be read");
    assertThat(refused(1, "evaluate", "--truth", wrong.toString())).contains("it needs file,level");
    assertThat(refused(1, "evaluate", "--truth", truth.toString(), "--min-f1", "1.5"))
        .contains("--min-f1 is 1.5; it must be 0 to 1");
    assertThat(refused(1, external("evaluate", "--truth", truth.toString(), "--catalog", name)))
        .contains("has no duplicate groups yet; run lumina nightly");
    assertThat(refused(1, external("explain", "a.jpg", "--catalog", name)))
        .contains("has no duplicate groups yet; run lumina nightly");
  }

  /** The one line that a command gives when it ends with a code. */
  private static String refused(int exit, String... arguments) {
    Cli.Ended ended = Cli.run(arguments);
    assertThat(ended.err().lines()).as(ended.err()).hasSize(1);
    assertThat(ended.err()).startsWith("lumina: ");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exit()).as(ended.err()).isEqualTo(exit);
    return ended.err();
  }

  /** On the shared server. */
  private String[] external(String... arguments) throws IOException {
    Path password =
        Files.writeString(folder.resolve("secret"), database.settings().password().reveal());
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--jdbc-url",
            url,
            "--jdbc-user",
            database.settings().user(),
            "--jdbc-password-file",
            password.toString(),
            "--home",
            home()));
    return all.toArray(String[]::new);
  }

  private String home() {
    return folder.resolve("home").toString();
  }
}
