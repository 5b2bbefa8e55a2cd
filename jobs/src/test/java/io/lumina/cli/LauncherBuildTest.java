package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When {@code scripts/lumina} builds; Java and Maven are stood for. */
class LauncherBuildTest {
  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
  private static final String JAR = "jobs/target/lumina-jobs.jar";
  private static final int LOOK_MILLIS = 20;

  @TempDir Path folder;

  private Checkout checkout;
  private StandIns standIns;
  private Path source;

  @BeforeEach
  void a_clone() throws IOException {
    checkout = new Checkout(folder.resolve("lumina"));
    source = checkout.path("jobs/src/main/java/Lumina.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class Lumina {}");
    standIns = new StandIns(folder.resolve("programs"));
  }

  private Launcher launcher(String home) throws IOException {
    return standIns.launcher(folder.resolve(home), checkout.path("scripts/lumina"));
  }

  private Cli.Ended starts() throws Exception {
    Cli.Ended ended = launcher("home").run("catalog", "list");
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    // As rsync and tar leave it: its time says nothing.
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
  }

  @Test
  void what_is_built_is_built_again_whenever_the_sources_change() throws Exception {
    assertThat(starts().err()).startsWith("lumina: first use, building");
    assertThat(starts().err()).isEmpty();
    assertThat(standIns.builds()).isEqualTo(1);

    write(source, "// pulled");
    assertThat(starts().err()).isEqualTo("lumina: the sources have changed, building again\n");
    write(checkout.path("conf/lumina.conf"), "scan.follow-links = true");
    starts();
    write(checkout.path("udfs/src/main/java/New.java"), "class New {}");
    starts();
    write(checkout.path("s3/pom.xml"), "<project/>");
    starts();
    Files.delete(source);
    starts();
    assertThat(standIns.builds()).isEqualTo(6);

    write(checkout.path("jobs/src/test/java/LuminaTest.java"), "class LuminaTest {}");
    write(checkout.path("README.md"), "what it does");
    assertThat(starts().err()).isEmpty();
    assertThat(standIns.builds()).isEqualTo(6);
  }

  @Test
  void a_build_by_hand_counts_until_something_is_newer() throws Exception {
    checkout.built(JAR, "jobs/target/lib/a.jar", "jobs/target/spark-jars/b.jar");
    assertThat(starts().err()).isEmpty();

    Files.setLastModifiedTime(checkout.path(JAR), FileTime.from(LONG_AGO));
    starts();
    assertThat(standIns.builds()).isEqualTo(1);
    write(source, "// pulled");
    checkout.built(JAR);
    Files.setLastModifiedTime(
        checkout.path(JAR), FileTime.from(Instant.now().plusSeconds(TimeUnit.HOURS.toSeconds(1))));
    assertThat(starts().err()).isEmpty();
    assertThat(standIns.builds()).isEqualTo(1);
  }

  @Test
  void who_wants_the_build_as_it_is_gets_it() throws Exception {
    starts();
    write(source, "// pulled");
    Cli.Ended kept = launcher("home").with("LUMINA_BUILD", "keep").run("catalog", "list");
    assertThat(kept.exit()).isZero();
    assertThat(kept.err()).isEmpty();
    assertThat(standIns.builds()).isEqualTo(1);
    Cli.Ended wrong = launcher("home").with("LUMINA_BUILD", "no").run("catalog", "list");
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.err()).isEqualTo("lumina: LUMINA_BUILD is no; it can be auto or keep\n");
  }

  @Test
  void where_there_is_no_maven_the_change_is_told() throws Exception {
    starts();
    write(source, "// pulled");
    standIns.without("mvn");
    Cli.Ended ended = launcher("home").run("catalog", "list");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualTo(
            "lumina: Maven is missing, and the sources have changed since Lumina was built"
                + " (LUMINA_BUILD=keep takes the build as it is); Debian and Ubuntu: apt-get"
                + " install maven\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void two_first_uses_at_once_build_once(boolean flock) throws Exception {
    if (!flock) {
      standIns.without("flock");
    }
    Path gate = standIns.gate("maven");
    Launcher one = launcher("one").with("MAVEN_WAITS", gate.toString());
    Launcher other = launcher("other").with("MAVEN_WAITS", gate.toString());
    Process first = one.start("catalog", "list");
    until(first, "programs/builds", "built");
    Process second = other.start("catalog", "list");
    until(second, "other/err.txt", "lumina: another start is building, waiting for it\n");
    StandIns.open(gate);

    assertThat(one.ended(first).exit()).isZero();
    assertThat(other.ended(second).exit()).isZero();
    assertThat(standIns.builds()).isEqualTo(1);
  }

  @Test
  void a_build_that_a_run_uses_is_not_taken_from_under_it() throws Exception {
    starts();
    Path gate = standIns.gate("java");
    Launcher night = launcher("night").with("JAVA_WAITS", gate.toString());
    Process running = night.start("nightly");
    until(running, "night/out.txt", "nightly");
    write(source, "// pulled");

    assertThat(starts().err())
        .isEqualTo(
            "lumina: the sources have changed, but a run uses the build: this one goes on with it"
                + " as it is\n");
    assertThat(standIns.builds()).isEqualTo(1);
    StandIns.open(gate);
    assertThat(night.ended(running).exit()).isZero();
    starts();
    assertThat(standIns.builds()).isEqualTo(2);
  }

  /** Comes back when a file holds the words; fails when the process ends before. */
  private void until(Process process, String file, String words) throws Exception {
    Path path = folder.resolve(file);
    while (!(Files.exists(path) && Files.readString(path).contains(words))) {
      assertThat(process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS))
          .as("%s is over", file)
          .isFalse();
    }
  }
}
