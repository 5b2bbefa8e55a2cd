package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of a repository that lies where a shell or a URI stumbles; Java is stood for. */
class OddPathTest {
  private static final String LOG = "-Dlog4j2.configurationFile=";

  @TempDir Path folder;

  private Checkout checkout;
  private StandIns standIns;

  @BeforeEach
  void a_build_in_such_a_folder() throws IOException {
    checkout = checkout("it's \"my\" $HOME; é+写&(1)% ~");
    standIns = new StandIns(folder.resolve("programs"));
  }

  private Checkout checkout(String name) throws IOException {
    return new Checkout(folder.resolve(name).resolve("lumina"))
        .built(
            "jobs/target/lumina-jobs.jar",
            "jobs/target/lib/picocli-4.7.7.jar",
            "jobs/target/spark-jars/spark-core_2.13-4.1.1.jar",
            "jobs/target/classes/a",
            "jobs/target/test-classes/a");
  }

  private Launcher launcher(String script) throws IOException {
    return standIns.launcher(folder.resolve("its home"), checkout.path("scripts/" + script));
  }

  @Test
  void lumina_starts_there() throws Exception {
    Cli.Ended ended = launcher("lumina").run("scan", "--photos", "a b");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out().lines())
        .contains(
            checkout.path("jobs/target/lumina-jobs.jar")
                + ":"
                + checkout.path("jobs/target/spark-jars/*")
                + ":"
                + checkout.path("jobs/target/lib/*")
                + ":"
                + checkout.path("jobs/s3/target/lib/*"),
            "-Dspark.sql.session.timeZone=UTC",
            "-Dlumina.log.dir=" + folder.resolve("its home/.lumina/logs"),
            "a b");
    assertThat(logConfiguration(ended.out().lines().toList()))
        .isEqualTo(checkout.path("conf/log4j2.properties"));
  }

  @Test
  void lumina_on_another_spark_has_its_options_in_one_string() throws Exception {
    Checkout.program(folder.resolve("spark/bin/spark-submit"), "printf '%s\\n' \"$@\"");
    Cli.Ended ended =
        launcher("lumina")
            .with("SPARK_HOME", folder.resolve("spark").toString())
            .run("scan", "--home", "a \"b\" \\c");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("\"-Dlumina.log.dir=a \\\"b\\\" \\\\c/logs\"")
        .contains("\n" + checkout.path("jobs/target/lib/picocli-4.7.7.jar") + "\n");
  }

  @Test
  void submit_starts_there() throws Exception {
    Cli.Ended ended =
        launcher("submit")
            .with("PATH", System.getenv("PATH"))
            .run("--print", "--master", "m", "scan");

    assertThat(ended.exit()).as(ended.err()).isZero();
    List<String> words = Checkout.words(ended.out());
    assertThat(words)
        .contains(
            checkout.path("jobs/target/lumina-jobs.jar") + "",
            checkout.path("jobs/target/lib/picocli-4.7.7.jar") + "",
            checkout.path("conf/spark-cluster.conf") + "");
    assertThat(logConfiguration(words)).isEqualTo(checkout.path("conf/log4j2.properties"));
  }

  @Test
  void a_benchmark_starts_there() throws Exception {
    Files.createDirectories(folder.resolve("its home/a b"));
    Cli.Ended ended = launcher("bench").with("PATH", System.getenv("PATH")).run("analyze", "a b");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("\n" + checkout.path("jobs/target/test-classes") + ":")
        .endsWith("\nio.lumina.analyze.AnalyzeBench\na b\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "a,b", "a#b", "a*", "[a]", "{a}", "a\\b", "a\nb"})
  void where_java_or_spark_cannot_it_says_so(String name) throws Exception {
    checkout = checkout(name);
    for (String script : List.of("lumina", "submit")) {
      Cli.Ended ended = launcher(script).run("scan");
      assertThat(ended.exit()).isEqualTo(1);
      assertThat(ended.err())
          .startsWith("lumina: it lies in " + folder)
          .contains("; move it to a folder whose path has none of : ,");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit", "bench"})
  void what_does_not_build_refuses_a_build_that_is_older_than_the_sources(String script)
      throws Exception {
    Files.createDirectories(checkout.path("udfs/src/main"));
    Files.setLastModifiedTime(checkout.path("jobs/target/lumina-jobs.jar"), FileTime.fromMillis(0));
    Cli.Ended ended =
        launcher(script)
            .with("PATH", System.getenv("PATH"))
            .run(script.equals("submit") ? new String[] {"scan"} : new String[] {"analyze", "."});

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err())
        .contains(": the sources have changed")
        .contains("mvn -DskipTests package");
  }

  private static Path logConfiguration(List<String> words) {
    return Path.of(
        URI.create(
            words.stream()
                .filter(word -> word.startsWith(LOG))
                .findFirst()
                .orElseThrow()
                .substring(LOG.length())));
  }
}
