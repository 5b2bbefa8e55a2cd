package io.lumina.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An S3 server on this machine that wants signed requests; a bucket is a folder of its own. */
final class S3Server implements AutoCloseable {
  static final String ACCESS_KEY = "lumina-test";
  static final String SECRET_KEY = "not-to-be-seen-anywhere";
  private static final Pattern PORT =
      Pattern.compile("Started ServerConnector\\S*\\{127\\.0\\.0\\.1:(\\d+)}");

  private static final String LOGGING =
      """
      <configuration>
        <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%level %logger{0} %msg%n</pattern></encoder>
        </appender>
        <root level="INFO"><appender-ref ref="out"/></root>
      </configuration>
      """;

  private final Path buckets;
  private final Process process;
  private final String endpoint;

  private S3Server(Path buckets, Process process, String port) {
    this.buckets = buckets;
    this.process = process;
    this.endpoint = "http://127.0.0.1:" + port;
  }

  /** Starts on any free port. */
  static S3Server start(Path folder) throws IOException, InterruptedException {
    Path buckets = Files.createDirectories(folder.resolve("buckets"));
    Path log = folder.resolve("s3.log");
    Path properties =
        Files.write(
            folder.resolve("s3.properties"),
            List.of(
                "s3proxy.endpoint=http://127.0.0.1:0",
                "s3proxy.authorization=aws-v2-or-v4",
                "s3proxy.identity=" + ACCESS_KEY,
                "s3proxy.credential=" + SECRET_KEY,
                "jclouds.provider=filesystem-nio2",
                "jclouds.identity=unused",
                "jclouds.credential=unused",
                "jclouds.filesystem.basedir=" + buckets));
    Path logging = Files.writeString(folder.resolve("s3-log.xml"), LOGGING);
    Path jars = Launcher.script("lumina").resolveSibling("../s3-test-server/target/lib");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=" + logging,
                "-cp",
                jars.normalize() + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                properties.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    while (true) {
      boolean ended = process.waitFor(100, TimeUnit.MILLISECONDS);
      Matcher port = PORT.matcher(Files.readString(log));
      if (port.find()) {
        return new S3Server(buckets, process, port.group(1));
      }
      if (ended) {
        throw new IllegalStateException("The S3 server ended: " + Files.readString(log));
      }
    }
  }

  /** The folder with the objects of a bucket, which is made if need be. */
  Path bucket(String name) throws IOException {
    return Files.createDirectories(buckets.resolve(name));
  }

  /** Address without a bucket. */
  String endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
