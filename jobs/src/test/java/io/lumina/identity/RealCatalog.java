package io.lumina.identity;

import static org.apache.spark.sql.functions.col;

import io.lumina.SharedPostgres;
import io.lumina.SharedSpark;
import io.lumina.analyze.AnalyzeJob;
import io.lumina.analyze.read.AnalyzeConfig;
import io.lumina.analyze.read.ListedTimes;
import io.lumina.analyze.read.Scope;
import io.lumina.catalog.Catalogs;
import io.lumina.job.JobContext;
import io.lumina.job.Progress;
import io.lumina.library.Images;
import io.lumina.postgres.Ask;
import io.lumina.publish.Publication;
import io.lumina.publish.PublishConfig;
import io.lumina.publish.PublishJob;
import io.lumina.scan.ScanJob;
import io.lumina.scan.list.NameRules;
import io.lumina.scan.list.ScanConfig;
import io.lumina.scan.list.SourceRoots;
import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import io.lumina.table.VariantsTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A catalog as nights fill it: the real jobs, one after the other, on a folder of a test. */
final class RealCatalog {
  private static final String IMAGE_COLUMNS =
      "id, catalog_id, source_path, checksum, file_type, mime_type, size_bytes, modified_at, width,"
          + " height, metadata, dates, taken_at, taken_offset, date_confidence, date_source,"
          + " date_reasons, quality_score, quality, corruption, issues, status, state,"
          + " first_seen_run, last_seen_run";

  private final Path photos;
  private final Path home;
  private final Ask ask = new Ask(SharedPostgres.database());
  private final SparkSession spark = SharedSpark.session().newSession();
  private final UUID id;
  private int warehouse;
  private int runs;

  RealCatalog(Path photos, Path home) {
    this.photos = photos;
    this.home = home;
    // A night is hardly more than its tasks here: two of each are enough to share work.
    spark.conf().set("spark.sql.shuffle.partitions", "2");
    spark.conf().set("spark.databricks.delta.snapshotPartitions", "1");
    this.id =
        new Catalogs(SharedPostgres.database())
            .create("identity " + UUID.randomUUID(), List.of())
            .id();
  }

  Store store() {
    return new Store(spark, home.resolve("warehouse-" + warehouse).toString());
  }

  void night() {
    scan();
    analyze();
    publish();
  }

  void scan() {
    NameRules names = new NameRules(List.of("jpg"), List.of("xmp"), List.of(), List.of());
    new ScanJob()
        .run(
            new ScanConfig(
                new SourceRoots(List.of(photos.toString())),
                Optional.empty(),
                names,
                List.of(),
                false,
                1,
                true),
            context("scan"));
  }

  void analyze() {
    analyze(Scope.NEW, 20L << 30);
  }

  void analyze(Scope scope, long batchBytes) {
    new AnalyzeJob()
        .run(
            new AnalyzeConfig(
                400_000_000L,
                512L << 20,
                Duration.ofSeconds(30),
                1,
                batchBytes,
                scope,
                ListedTimes.OF_FILES,
                false),
            context("analyze"));
  }

  void publish() {
    Dataset<Row> images = new Images("").of(files(), store().read(AssetsTable.SPEC));
    new PublishJob(
            new Publication(
                images,
                none(ShotsTable.SPEC),
                none(BurstsTable.SPEC),
                none(GroupsTable.SPEC),
                none(MembersTable.SPEC),
                none(VariantsTable.SPEC)))
        .run(
            new PublishConfig(SharedPostgres.database().settings(), 2, Map.of()),
            context("publish"));
  }

  /** Of what no step of these nights computes. */
  private Dataset<Row> none(TableSpec table) {
    return spark.createDataFrame(List.of(), table.schema());
  }

  Dataset<Row> files() {
    return store().read(FilesTable.SPEC).filter(col(FilesTable.CATALOG_ID).equalTo(id.toString()));
  }

  /** Rows of a question that asks for this catalog. */
  List<String> ask(String sql) {
    return ask.rows(sql, id);
  }

  /** What a person says of the pictures at some paths. */
  void say(String status, List<String> paths) {
    ask.execute(
        "UPDATE lumina.images SET status = ? WHERE catalog_id = ?"
            + " AND source_path = ANY (string_to_array(?, '|'))",
        status,
        id,
        String.join("|", paths.stream().map(path -> photos.resolve(path).toString()).toList()));
  }

  /** The warehouse is gone: the next job makes another one. */
  void loseWarehouse() {
    warehouse++;
  }

  /** Makes a table what an older version of the program had made, without some columns. */
  void forget(TableSpec table, String... columns) {
    store()
        .read(table)
        .drop(columns)
        .write()
        .format("delta")
        .mode("overwrite")
        .option("overwriteSchema", "true")
        .partitionBy(table.partitionedBy().toArray(String[]::new))
        .save(store().warehouse() + "/" + table.name());
  }

  /** Versions of the tables that a scan and an analysis write. */
  Map<TableSpec, Long> versions() {
    return Map.of(
        FilesTable.SPEC, store().version(FilesTable.SPEC),
        AssetsTable.SPEC, store().version(AssetsTable.SPEC));
  }

  void restore(Map<TableSpec, Long> versions) {
    versions.forEach((table, version) -> store().restore(table, version, "restore-" + ++runs));
  }

  /** A copy of what PostgreSQL has, as a backup takes it. */
  void backUp(String name) {
    String suffix = name + "_" + id.toString().replace("-", "");
    ask.execute(
        "CREATE TABLE images_" + suffix + " AS SELECT * FROM lumina.images WHERE catalog_id = ?",
        id);
    ask.execute(
        "CREATE TABLE kept_"
            + suffix
            + " AS SELECT * FROM lumina.kept_statuses WHERE catalog_id = ?",
        id);
  }

  /** Brings a copy back; a restore fires no triggers. */
  void bringBack(String name) {
    String suffix = name + "_" + id.toString().replace("-", "");
    SharedPostgres.database()
        .transaction(
            "test",
            connection -> {
              try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL session_replication_role = replica");
                for (String table : List.of("images", "kept_statuses")) {
                  statement.execute(
                      "DELETE FROM lumina.%s WHERE catalog_id = '%s'".formatted(table, id));
                }
                statement.execute(
                    "INSERT INTO lumina.images (%1$s) SELECT %1$s FROM images_%2$s"
                        .formatted(IMAGE_COLUMNS, suffix));
                return statement.execute(
                    "INSERT INTO lumina.kept_statuses OVERRIDING SYSTEM VALUE"
                        + " SELECT * FROM kept_"
                        + suffix);
              }
            });
  }

  /** Ends what the test had in the shared database. */
  void drop(List<String> backups) {
    ask.execute("DELETE FROM lumina.catalogs WHERE id = ?", id);
    for (String name : backups) {
      String suffix = name + "_" + id.toString().replace("-", "");
      ask.execute("DROP TABLE images_" + suffix + ", kept_" + suffix);
    }
  }

  private JobContext context(String step) {
    return new JobContext(store(), id.toString(), "run-" + ++runs + "-" + step, Progress.SILENT);
  }
}
