package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lumina.SharedPostgres;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.postgres.server.EmbeddedServer;
import io.lumina.run.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/lumina} as people start it. */
class LauncherIT {
  private static final List<String> TOOLS =
      List.of(
          "bash", "dirname", "readlink", "sed", "mkdir", "tail", "grep", "env", "flock", "find");

  @TempDir Path folder;

  @Test
  void a_missing_java_is_one_line_with_the_command_that_mends_it() throws Exception {
    Cli.Ended ended =
        new Launcher(folder)
            .with("PATH", tools())
            .with("JAVA_HOME", folder.resolve("no-jdk").toString())
            .run("nightly");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines())
        .containsExactly(
            "lumina: a JDK 17 is missing; Debian and Ubuntu: apt-get install"
                + " openjdk-17-jdk-headless");
  }

  @Test
  void a_missing_maven_is_one_line_where_something_is_to_build() throws Exception {
    Path copy = new Checkout(folder.resolve("clone")).path("scripts/lumina");
    Cli.Ended ended = new Launcher(folder, copy).with("PATH", tools()).run("nightly");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines())
        .containsExactly(
            "lumina: Maven is missing, and Lumina is not built yet; Debian and Ubuntu: apt-get"
                + " install maven");
  }

  @Test
  void the_version_that_it_tells_is_that_of_the_pom() throws Exception {
    String pom = Files.readString(Launcher.script("lumina").resolveSibling("../pom.xml"));
    Cli.Ended ended = new Launcher(folder).run("--version");
    assertThat(ended.exit()).isZero();
    assertThat(pom).contains("<revision>" + ended.out().strip().replace("lumina ", "") + "</");
  }

  @Test
  void messages_of_two_commands_in_one_file_follow_each_other() throws Exception {
    Path both =
        Files.writeString(
            folder.resolve("both"),
            "for each in nightli watsh; do %s $each || echo ended; done > log 2>&1\n"
                .formatted("\"" + Launcher.script("lumina") + "\""));
    new Launcher(folder, both).run();
    assertThat(folder.resolve("log"))
        .hasContent(
            """
            lumina: There is no command 'nightli'; did you mean 'nightly'? See: lumina --help
            ended
            lumina: There is no command 'watsh'; did you mean 'watch'? See: lumina --help
            ended
            """);
  }

  @Test
  void it_starts_from_a_folder_with_a_space_in_its_name() throws Exception {
    Checkout checkout = new Checkout(folder.resolve("my \"own\" $photos/lumina"));
    Files.createDirectories(checkout.path("jobs"));
    Files.createSymbolicLink(
        checkout.path("jobs/target"),
        Launcher.script("lumina").resolveSibling("../jobs/target").toRealPath());
    Path home = folder.resolve("a home");
    Cli.Ended ended =
        new Launcher(folder, checkout.path("scripts/lumina"))
            .run("catalog", "create", "photos", "--photos", folder + "", "--home", home + "");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void a_wrong_spark_home_is_one_line() throws Exception {
    Cli.Ended ended =
        new Launcher(folder).with("SPARK_HOME", folder.toString()).run("catalog", "list");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines())
        .containsExactly("lumina: SPARK_HOME is " + folder + ", but there is no bin/spark-submit");
  }

  @Test
  void a_gpu_that_is_required_and_not_there_ends_the_run_with_the_reason() throws Exception {
    assumeThat(Path.of("/dev/nvidiactl")).as("a machine without a GPU").doesNotExist();
    Cli.Ended ended = new Launcher(folder).run("duplicates", "--gpu", "require");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err())
        .matches("lumina: --gpu require: (lumina-gpu is not built|the NVIDIA driver).*\\R");
  }

  @Test
  void a_gpu_that_would_be_nice_is_not_missed() throws Exception {
    assumeThat(Path.of("/dev/nvidiactl")).as("a machine without a GPU").doesNotExist();
    Cli.Ended ended =
        new Launcher(folder).run("scan", "--gpu=auto", "--set", "scan.folow-links=true");
    assertThat(ended.err().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("lumina: GPU: none, since ");
    assertThat(ended.err().lines()).last().asString().contains("there is no key");
    Cli.Ended wrong = new Launcher(folder).run("scan", "--gpu", "yes");
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.err().lines())
        .containsExactly("lumina: --gpu is yes; it can be auto, off or require");
  }

  @Test
  void a_wrong_word_for_the_logs_is_one_line() throws Exception {
    Cli.Ended log = new Launcher(folder).with("LUMINA_LOG", "yes").run("runs", "list");
    assertThat(log.exit()).isEqualTo(1);
    assertThat(log.err().lines())
        .containsExactly("lumina: LUMINA_LOG is yes; it can be file or json");
    Path file = Files.createFile(folder.resolve("file"));
    Cli.Ended events =
        new Launcher(folder).with("LUMINA_EVENT_LOG", file + "/events").run("runs", "list");
    assertThat(events.exit()).isEqualTo(1);
    assertThat(events.err().lines())
        .containsExactly(
            "lumina: LUMINA_EVENT_LOG is " + file + "/events, and no such folder can be made");
  }

  @Test
  void mistakes_come_through_as_one_line_also_under_another_locale() throws Exception {
    Cli.Ended ended =
        new Launcher(folder).with("LC_ALL", "C").run("scan", "--set", "scan.folow-links=true");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines())
        .containsExactly(
            "lumina: --set: there is no key 'scan.folow-links'; did you mean 'scan.follow-links'?");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void a_password_of_the_environment_opens_a_database_and_is_not_shown() throws Exception {
    Database database = SharedPostgres.database();
    String[] sql = {
      "sql",
      "SELECT 40 + 2 AS answer",
      "--format",
      "csv",
      "--jdbc-url",
      database.settings().url(),
      "--jdbc-user",
      database.settings().user()
    };
    Cli.Ended right =
        new Launcher(folder)
            .with("LUMINA_JDBC_PASSWORD", database.settings().password().reveal())
            .run(sql);
    assertThat(right.err()).isEmpty();
    assertThat(right.out()).isEqualTo("answer\r\n42\r\n");
    Cli.Ended wrong = new Launcher(folder).with("LUMINA_JDBC_PASSWORD", "hunter2").run(sql);
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.err().lines()).hasSize(1);
    assertThat(wrong.err()).contains("refuses user").doesNotContain("hunter2");
  }

  @Test
  void a_night_that_a_person_stops_is_cancelled_and_stops_the_database() throws Exception {
    Path photos = PhotoFolder.create(folder.resolve("photos"));
    Path home = folder.resolve("home");
    Launcher launcher = new Launcher(folder);
    Process driver = launcher.start("nightly", "--photos", photos + "", "--home", home + "");
    StartedNight night = new StartedNight(launcher, driver, home);
    assertThat(night.begins(Step.SCAN)).as(launcher.printed("err.txt")).isTrue();
    // Java takes SIGTERM (143) and SIGINT (130) the same way; a child of a test may not get the
    // other.
    night.stop();
    Cli.Ended ended = night.ended();
    assertThat(ended.exit()).as(ended.err()).isEqualTo(143);
    assertThat(ended.err()).isEmpty();
    assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
        .isEqualTo("rwx------");
    try (EmbeddedServer server = EmbeddedServer.open(home)) {
      Ask ask = new Ask(new Database(server.settings()));
      assertThat(ask.rows("SELECT DISTINCT status, error FROM lumina.jobs"))
          .containsExactly("CANCELLED|stopped by a person");
    }
  }

  @Test
  void a_full_disk_is_temporary_and_one_line() throws Exception {
    Path small = Files.createDirectories(folder.resolve("small"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small.toString()))
        .as("a small file system can be mounted")
        .isZero();
    try {
      Path photos = PhotoFolder.create(folder.resolve("photos"));
      Cli.Ended ended =
          new Launcher(folder)
              .run("nightly", "--photos", photos + "", "--home", small.resolve("home") + "");
      assertThat(ended.exit()).as(ended.err()).isEqualTo(5);
      assertThat(ended.err().lines()).as(ended.err()).hasSize(1);
      assertThat(ended.err()).contains("full");
    } finally {
      run("umount", small.toString());
    }
  }

  /** A folder with what every system has, and nothing that is to be installed. */
  private String tools() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String tool : TOOLS) {
      Path found =
          List.of("/usr/bin", "/bin").stream()
              .map(place -> Path.of(place, tool))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(bin.resolve(tool), found);
    }
    return bin.toString();
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(new ArrayList<>(List.of(command)))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
