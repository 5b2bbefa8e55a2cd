package io.lumina.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;

import com.sun.management.OperatingSystemMXBean;
import io.lumina.SharedPostgres;
import io.lumina.SharedSpark;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.table.BurstsTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import io.lumina.table.VariantsTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Publishing beside a plain COPY of the same rows, in CPU seconds of client and server. Not a test:
 * run its main method; the argument is the number of images.
 */
public final class PublishBench {
  private PublishBench() {}

  /** Prints one line per measurement. */
  public static void main(String[] arguments) throws Exception {
    long images = Long.parseLong(arguments[0]);
    SparkSession spark = SharedSpark.session();
    spark.sparkContext().setLogLevel("ERROR");
    Database database = SharedPostgres.database();
    Catalog catalog =
        new Catalogs(database).create("bench " + UUID.randomUUID(), List.of("/photos"));
    Path folder = Files.createTempDirectory("lumina-bench");
    String stored = folder.resolve("images").toString();
    images(spark, catalog.id(), images).write().parquet(stored);
    Publication publication =
        new Publication(
            spark.read().schema(ImagesView.SPEC.schema()).parquet(stored),
            empty(spark, ShotsTable.SPEC),
            empty(spark, BurstsTable.SPEC),
            empty(spark, GroupsTable.SPEC),
            empty(spark, MembersTable.SPEC),
            empty(spark, VariantsTable.SPEC));
    Path text = folder.resolve("rows.txt");
    long bytes = write(publication, text);
    System.out.printf("%d rows of %d bytes%n", images, bytes / images);

    Server server = new Server(database);
    Ask ask = new Ask(database);
    ask.execute("CREATE TABLE plain AS " + StagedTable.IMAGES.shape() + " WITH NO DATA");
    ask.execute("ALTER TABLE plain ADD PRIMARY KEY (id)");
    double[] plain =
        server.measured("plain COPY, primary key only", () -> copy(database, "plain", text));
    server.measured("COPY into staging", () -> copy(database, "lumina_staging.bench", text, ask));
    Catalog direct = new Catalogs(database).create("direct " + UUID.randomUUID(), List.of());
    Path imagesText = folder.resolve("images.txt");
    Path hashesText = folder.resolve("hashes.txt");
    split(text, imagesText, hashesText);
    double[] same =
        server.measured(
            "plain COPY, the same tables",
            () -> copyDirect(database, direct, imagesText, hashesText));
    new Catalogs(database).drop(direct);
    ask.execute("TRUNCATE lumina.images CASCADE");
    Publisher publisher = new Publisher(database, 4);
    double[] first =
        server.measured(
            "first publication",
            () -> print(publisher.publish(catalog.id(), "bench-1", publication)));
    server.measured(
        "unchanged publication",
        () -> print(publisher.publish(catalog.id(), "bench-2", publication)));
    System.out.printf(
        "CPU of the first publication: %.2f of plain COPY, %.2f of plain COPY into the same"
            + " tables%n",
        first[0] / plain[0], first[0] / same[0]);
  }

  /** Rows of staging as those of the two tables they end in: the last six fields are hashes. */
  private static void split(Path text, Path images, Path hashes) throws IOException {
    try (var lines = Files.lines(text);
        var image = Files.newBufferedWriter(images);
        var hash = Files.newBufferedWriter(hashes)) {
      for (String line : (Iterable<String>) lines::iterator) {
        int cut = line.length();
        for (int field = 0; field < 6; field++) {
          cut = line.lastIndexOf('\t', cut - 1);
        }
        image.write(line.substring(0, cut) + "\n");
        hash.write(line.substring(0, line.indexOf('\t')) + line.substring(cut) + "\n");
      }
    }
  }

  private static void copyDirect(Database database, Catalog catalog, Path images, Path hashes)
      throws Exception {
    Ask ask = new Ask(database);
    ask.execute("ALTER TABLE lumina.images ALTER catalog_id SET DEFAULT '" + catalog.id() + "'");
    copy(
        database,
        "lumina.images (id, source_path, checksum, file_type, mime_type, size_bytes, modified_at,"
            + " width, height, metadata, dates, taken_at, taken_offset, date_confidence,"
            + " date_source, date_reasons, quality_score, quality, corruption, issues, shot_id,"
            + " burst_id, state, first_seen_run, last_seen_run)",
        images);
    copy(database, "lumina.perceptual_hashes", hashes);
  }

  private static void print(Map<MergeCount, Long> counts) {
    System.out.println(counts);
  }

  private static void copy(Database database, String table, Path text, Ask ask) throws Exception {
    ask.execute("CREATE UNLOGGED TABLE " + table + " (LIKE plain)");
    copy(database, table, text);
    ask.execute("DROP TABLE " + table);
  }

  private static void copy(Database database, String table, Path text) throws Exception {
    try (Connection connection = database.connect("bench");
        InputStream rows = Files.newInputStream(text)) {
      new CopyManager(connection.unwrap(BaseConnection.class))
          .copyIn("COPY " + table + " FROM STDIN", rows, 1 << 16);
    }
  }

  private static long write(Publication publication, Path text) throws IOException {
    Dataset<Row> rows = StagedTable.IMAGES.rows(publication);
    StructField[] fields = rows.schema().fields();
    boolean[] json = new boolean[fields.length];
    for (int i = 0; i < json.length; i++) {
      json[i] = JsonColumn.is(fields[i]);
    }
    CopyText line = new CopyText(json);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(text))) {
      for (Iterator<Row> each = rows.toLocalIterator(); each.hasNext(); ) {
        line.row(each.next());
        out.write(line.bytes(), 0, line.length());
        line.clear();
      }
    }
    return Files.size(text);
  }

  private static Dataset<Row> empty(SparkSession spark, TableSpec spec) {
    return spark.createDataFrame(List.of(), spec.schema());
  }

  private static Dataset<Row> images(SparkSession spark, UUID catalogId, long count) {
    Map<String, Column> values =
        Map.ofEntries(
            Map.entry(ImagesView.CATALOG_ID, lit(catalogId.toString())),
            Map.entry(ImagesView.IMAGE_ID, expr("uuid()")),
            Map.entry(
                ImagesView.SOURCE_PATH,
                concat(lit("/photos/2019/02/holiday by the sea/IMG_"), col("id"), lit(".jpg"))),
            Map.entry(ImagesView.STATE, lit("present")),
            Map.entry(ImagesView.SHA256, sha2(col("id").cast("string").cast("binary"), 256)),
            Map.entry(ImagesView.FILE_TYPE, lit("image")),
            Map.entry(ImagesView.MIME_TYPE, lit("image/jpeg")),
            Map.entry(ImagesView.SIZE_BYTES, col("id").plus(4_000_000L)),
            Map.entry(ImagesView.MODIFIED_AT, expr("timestamp_seconds(1549192953 + id)")),
            Map.entry(ImagesView.WIDTH, lit(6000)),
            Map.entry(ImagesView.HEIGHT, lit(4000)),
            Map.entry(
                ImagesView.TAKEN_AT,
                expr("cast(timestamp_seconds(1549192953 + id) as timestamp_ntz)")),
            Map.entry(ImagesView.DATE_CONFIDENCE, lit(95)),
            Map.entry(ImagesView.DATE_SOURCE, lit("exif")),
            Map.entry(ImagesView.DHASH, expr("xxhash64(id)")),
            Map.entry(ImagesView.AHASH, expr("xxhash64(id, 1)")),
            Map.entry(ImagesView.WHASH, expr("xxhash64(id, 2)")),
            Map.entry(ImagesView.PDQ, expr("unhex(sha2(string(id), 256))")),
            Map.entry(ImagesView.PDQ_QUALITY, lit(100)),
            Map.entry(ImagesView.ALGO_VERSION, lit(1)),
            Map.entry(ImagesView.FIRST_SEEN_RUN, lit("20260131T020000-scan-holiday")),
            Map.entry(ImagesView.LAST_SEEN_RUN, lit("20260131T020000-scan-holiday")));
    Column[] columns =
        Arrays.stream(ImagesView.SPEC.schema().fields())
            .map(field -> value(values, field))
            .toArray(Column[]::new);
    return spark.range(0, count, 1, 4).select(columns);
  }

  private static Column value(Map<String, Column> values, StructField field) {
    Column value = values.getOrDefault(field.name(), lit(null));
    if (field.name().equals(ImagesView.METADATA)) {
      return expr("from_json(to_json(named_struct('make', 'Canon', 'model', 'Canon EOS R5', 'iso',"
              + " cast(100 + id % 6400 as int), 'gps_lat', 51.5 + id * 1e-7, 'gps_lon', -0.1 -"
              + " id * 1e-7, 'f_number', 2.8D, 'lens', 'RF24-70mm F2.8 L IS USM')), '"
              + field.dataType().sql()
              + "')")
          .as(field.name());
    }
    if (field.name().equals(ImagesView.DATES)) {
      return expr("from_json('[{\"source\":\"exif\",\"field\":\"DateTimeOriginal\","
              + "\"raw\":\"2019:02:03 11:22:33\",\"local\":\"2019-02-03T11:22:33\","
              + "\"confidence\":95}]', '"
              + field.dataType().sql()
              + "')")
          .as(field.name());
    }
    if (field.name().equals(ImagesView.QUALITY)) {
      return expr("from_json(to_json(named_struct('format', 25.0D, 'score', cast(id % 100 as"
              + " double))), '"
              + field.dataType().sql()
              + "')")
          .as(field.name());
    }
    return value.cast(field.dataType()).as(field.name());
  }

  /** CPU time of this process and of the server with all its children. */
  private record Server(Database database) {
    private static final double NANOS = 1e9;
    private static final double TICKS = 100;

    double[] measured(String what, Step step) throws Exception {
      System.gc();
      double client = client();
      double server = server();
      long start = System.nanoTime();
      step.run();
      double wall = (System.nanoTime() - start) / NANOS;
      double clientUsed = client() - client;
      double serverUsed = server() - server;
      System.out.printf(
          "%-30s %6.1f s, CPU %6.1f s (client %.1f, server %.1f)%n",
          what, wall, clientUsed + serverUsed, clientUsed, serverUsed);
      return new double[] {clientUsed + serverUsed, wall};
    }

    private static double client() {
      return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
              .getProcessCpuTime()
          / NANOS;
    }

    private double server() throws IOException {
      long backend = Long.parseLong(new Ask(database).one("SELECT pg_backend_pid()"));
      ProcessHandle self =
          ProcessHandle.allProcesses()
              .filter(p -> p.pid() == postmaster(backend))
              .findFirst()
              .orElseThrow();
      double ticks = ticks(self.pid(), 13, 16);
      for (ProcessHandle child : self.children().toList()) {
        ticks += ticks(child.pid(), 13, 14);
      }
      return ticks / TICKS;
    }

    private long postmaster(long backend) {
      String file = new Ask(database).one("SELECT pg_read_file('postmaster.pid')");
      return backend > 0 ? Long.parseLong(file.lines().findFirst().orElseThrow().strip()) : 0;
    }

    private static double ticks(long pid, int from, int to) throws IOException {
      Path stat = Path.of("/proc/" + pid + "/stat");
      if (!Files.exists(stat)) {
        return 0;
      }
      String[] fields = Files.readString(stat).replaceFirst("\\(.*\\)", "x").split(" ");
      return IntStream.rangeClosed(from, to).mapToDouble(i -> Double.parseDouble(fields[i])).sum();
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }
}
