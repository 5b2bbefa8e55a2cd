package io.lumina.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An S3 server on this machine that wants signed requests; it keeps objects in memory. */
final class S3Server implements AutoCloseable {
  static final String ACCESS_KEY = "lumina-test";
  static final String SECRET_KEY = "not-to-be-seen-anywhere";
  private static final Pattern PORT =
      Pattern.compile("Started ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");

  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
  private static final String LOGGING =
      """
      <configuration>
        <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%level %logger{0} %msg%n</pattern></encoder>
        </appender>
        <root level="INFO"><appender-ref ref="out"/></root>
      </configuration>
      """;

  private final Daemon process;
  private final String endpoint;
  private final HttpClient http = HttpClient.newHttpClient();

  private S3Server(Daemon process, String port) {
    this.process = process;
    this.endpoint = "http://127.0.0.1:" + port;
  }

  /** Starts on any free port. */
  static S3Server start(Path folder) throws IOException, InterruptedException {
    Path properties =
        Files.write(
            folder.resolve("s3.properties"),
            List.of(
                "s3proxy.endpoint=http://127.0.0.1:0",
                "s3proxy.authorization=aws-v2-or-v4",
                "s3proxy.identity=" + ACCESS_KEY,
                "s3proxy.credential=" + SECRET_KEY,
                "jclouds.provider=transient",
                "jclouds.identity=unused",
                "jclouds.credential=unused"));
    Path logging = Files.writeString(folder.resolve("s3-log.xml"), LOGGING);
    Path jars = Launcher.script("lumina").resolveSibling("../jobs/s3-test-server/target/lib");
    Daemon process =
        Daemon.start(
            new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=" + logging,
                "-cp",
                jars.normalize() + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                properties.toString()),
            folder.resolve("s3.log"));
    try {
      return new S3Server(process, process.says(PORT).group(1));
    } catch (IOException | InterruptedException | RuntimeException failed) {
      process.close();
      throw failed;
    }
  }

  void createBucket(String name) throws Exception {
    send("PUT", "/" + name, "", new byte[0]);
  }

  /** Uploads one object. */
  void put(String bucket, String key, byte[] content) throws Exception {
    URI uri = new URI(null, null, "/" + bucket + "/" + key, null);
    send("PUT", uri.toASCIIString(), "", content);
  }

  /** The first thousand keys that begin so. */
  List<String> keys(String bucket, String prefix) throws Exception {
    String list = send("GET", "/" + bucket, "?prefix=" + prefix, new byte[0]);
    return KEY.matcher(list).results().map(key -> key.group(1)).toList();
  }

  /** Signs as the second version of signatures asks for: it fits into a few lines. */
  private String send(String method, String path, String query, byte[] content) throws Exception {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(SECRET_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    String text = method + "\n\n\n\nx-amz-date:" + date + "\n" + path;
    String signature =
        Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + path + query))
            .header("x-amz-date", date)
            .header("Authorization", "AWS " + ACCESS_KEY + ":" + signature)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(content))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  /** Address without a bucket. */
  String endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.close();
  }
}
