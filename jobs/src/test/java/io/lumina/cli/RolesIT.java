package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.SharedSpark;
import io.lumina.catalog.Catalog;
import io.lumina.notebook.Notebook;
import io.lumina.postgres.Ask;
import io.lumina.postgres.query.Query;
import io.lumina.postgres.query.QueryFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roles of conf/postgres/roles.sql: one makes the tables, one runs nights, one reads. */
class RolesIT {
  private static final String MIGRATE = LeastPrivilege.MIGRATE;
  private static final String PUBLISH = LeastPrivilege.PUBLISH;
  private static final String READ = LeastPrivilege.READ;
  private static final String CATALOG = "photos of roles";

  /** What a dead run of another role would have left. */
  private static final String LEFTOVER =
      "images_" + Catalog.idOf(CATALOG).toString().replace("-", "") + "_012345678901";

  @TempDir static Path folder;

  private static LeastPrivilege roles;
  private static Cli.Ended tooEarly;
  private static Cli.Ended migrated;
  private static Cli.Ended night;

  @BeforeAll
  static void a_night_of_the_publishing_role() throws IOException {
    SharedSpark.session();
    roles = new LeastPrivilege(folder, CATALOG);
    tooEarly = roles.night();
    migrated = roles.run(MIGRATE, "migrate");
    roles.ask(MIGRATE).execute("CREATE TABLE lumina_staging." + LEFTOVER + " (a int)");
    night = roles.night();
  }

  @Test
  void the_publishing_role_makes_no_tables_and_says_who_does() {
    assertThat(tooEarly.exit()).isEqualTo(1);
    assertThat(tooEarly.err())
        .hasLineCount(1)
        .containsPattern("lacks \\d+ migrations \\(1 tables, 2 run report")
        .contains("user 'lumina_publish' may not change it: run lumina migrate as the role");
  }

  @Test
  void the_migration_role_makes_and_owns_the_tables() {
    assertThat(migrated.exit()).as(migrated.err()).isZero();
    assertThat(migrated.out()).containsPattern("[1-9]\\d* migrations applied");
    assertThat(
            roles
                .admin()
                .rows(
                    "SELECT DISTINCT tableowner FROM pg_tables"
                        + " WHERE schemaname IN ('lumina', 'lumina_staging')"))
        .containsExactly(MIGRATE);
  }

  @Test
  void the_migration_role_restores() {
    Cli.Ended restored =
        roles.run(MIGRATE, "restore", "--dry-run", "--home", roles.home().toString());
    assertThat(restored.exit()).as(restored.err()).isZero();
    assertThat(restored.out()).contains("as in the backup already");
  }

  @Test
  void the_publishing_role_runs_a_night() {
    assertThat(night.exit()).as(night.err()).isZero();
    assertThat(night.out()).contains("2 new").contains("duplicates  1 group");
    assertThat(roles.home().resolve("warehouse-decisions")).isNotEmptyDirectory();
    Ask ask = roles.ask(READ);
    assertThat(ask.one("SELECT count(*) FROM lumina.images")).isEqualTo("2");
    assertThat(ask.rows("SELECT DISTINCT status FROM lumina.jobs")).containsExactly("SUCCESS");
    assertThat(ask.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'lumina_staging'"))
        .containsExactly(LEFTOVER);
  }

  @Test
  void an_older_schema_stops_the_night_before_it_begins() {
    Ask owner = roles.ask(MIGRATE);
    String runs = owner.one("SELECT count(*) FROM lumina.jobs");
    owner.execute(
        "CREATE TABLE lumina_staging.kept AS"
            + " SELECT * FROM lumina.flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
    owner.execute(
        "DELETE FROM lumina.flyway_schema_history h USING lumina_staging.kept"
            + " WHERE h.installed_rank = kept.installed_rank");
    try {
      Cli.Ended older = roles.night();
      assertThat(older.exit()).isEqualTo(1);
      assertThat(older.err()).hasLineCount(1).contains("lacks a migration (");
      assertThat(owner.one("SELECT count(*) FROM lumina.jobs")).isEqualTo(runs);
    } finally {
      owner.execute("INSERT INTO lumina.flyway_schema_history SELECT * FROM lumina_staging.kept");
      owner.execute("DROP TABLE lumina_staging.kept");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE lumina.duplicate_members",
        "DROP SCHEMA lumina CASCADE",
        "DROP VIEW lumina.run_report",
        "DROP TRIGGER jobs_notify ON lumina.jobs",
        "ALTER TABLE lumina.images ADD COLUMN mine text",
        "ALTER TABLE lumina.images DISABLE TRIGGER ALL",
        "TRUNCATE lumina.perceptual_hashes",
        "CREATE TABLE lumina.mine (a int)",
        "CREATE TABLE public.mine (a int)",
        "CREATE TEMP TABLE mine (a int)",
        "CREATE SCHEMA mine",
        "CREATE ROLE mine",
        "DELETE FROM lumina.decisions",
        "UPDATE lumina.decisions SET kind = 'reject'",
        "INSERT INTO lumina.decisions (catalog_id, kind, checksums)"
            + " SELECT id, 'keep', '{a}' FROM lumina.catalogs",
        "UPDATE lumina.images SET status = 'rejected'",
        "INSERT INTO lumina.images (id, status) VALUES (gen_random_uuid(), 'rejected')",
        "UPDATE lumina.duplicate_groups SET reviewed = true",
        "INSERT INTO lumina.kept_statuses (catalog_id, source_path, status, reason)"
            + " SELECT id, '/a', 'rejected', 'replaced' FROM lumina.catalogs",
        "UPDATE lumina.kept_statuses SET status = 'selected'",
        "SELECT lumina.saw_all(k, group_id) FROM lumina.kept_reviews k",
        "DELETE FROM lumina.kept_reviews",
        "DELETE FROM lumina.kept_statuses",
        "DELETE FROM lumina.catalogs",
        "UPDATE lumina.catalogs SET name = 'mine'",
        "DELETE FROM lumina.jobs",
        "DELETE FROM lumina.flyway_schema_history",
        "ALTER TABLE lumina.images OWNER TO lumina_publish",
        "GRANT lumina_migrate TO lumina_publish",
        "SET ROLE lumina_migrate"
      })
  void the_publishing_role_is_refused(String sql) {
    assertThatThrownBy(() -> roles.execute(PUBLISH, sql))
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
  }

  @Test
  void a_status_that_was_kept_goes_back_to_its_content_alone() throws SQLException {
    Ask owner = roles.ask(MIGRATE);
    owner.execute(
        "INSERT INTO lumina.kept_statuses (catalog_id, source_path, checksum, status, reason)"
            + " SELECT catalog_id, source_path, checksum, 'flagged', 'replaced' FROM lumina.images"
            + " WHERE source_path LIKE '%q50.jpg'");
    String place =
        "UPDATE lumina.kept_statuses SET placed_on = (SELECT id FROM lumina.images"
            + " WHERE source_path LIKE '%Q.jpg')";
    String statuses = "SELECT status FROM lumina.images ORDER BY source_path";

    roles.execute(PUBLISH, place.replace("Q", "q75"));
    assertThat(owner.rows(statuses)).containsExactly("active", "active");
    assertThat(owner.one("SELECT count(*) FROM lumina.kept_statuses")).isEqualTo("1");

    roles.execute(PUBLISH, place.replace("Q", "q50"));
    assertThat(owner.rows(statuses)).containsExactly("flagged", "active");
    assertThat(owner.one("SELECT count(*) FROM lumina.kept_statuses")).isEqualTo("0");
    owner.execute("UPDATE lumina.images SET status = 'active'");
  }

  @Test
  void a_row_that_the_publishing_role_removes_leaves_its_status() throws SQLException {
    Ask owner = roles.ask(MIGRATE);
    String row = " WHERE source_path LIKE '%q50.jpg'";
    owner.execute("UPDATE lumina.images SET status = 'rejected'" + row);
    try (Connection connection = roles.as(PUBLISH).connect("test");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThat(statement.executeUpdate("DELETE FROM lumina.images" + row)).isEqualTo(1);
      try (ResultSet kept =
          statement.executeQuery("SELECT status FROM lumina.kept_statuses" + row)) {
        assertThat(kept.next()).isTrue();
        assertThat(kept.getString(1)).isEqualTo("rejected");
      }
      connection.rollback();
    } finally {
      owner.execute("UPDATE lumina.images SET status = 'active'");
    }
  }

  @Test
  void a_large_publish_asks_for_statistics_and_goes_on_without() {
    assertThatCode(() -> roles.execute(PUBLISH, "ANALYZE lumina.images, lumina.perceptual_hashes"))
        .doesNotThrowAnyException();
  }

  @Test
  void the_publishing_role_drops_no_catalog() {
    Cli.Ended drop = roles.run(PUBLISH, "catalog", "drop", CATALOG, "--yes");
    assertThat(drop.exit()).isEqualTo(1);
    assertThat(drop.err())
        .hasLineCount(1)
        .contains("permission denied for table catalogs")
        .contains("as the role that owns the schema");
  }

  @Test
  void the_reading_role_asks_and_changes_nothing() {
    Cli.Ended asked = roles.run(READ, "sql", "SELECT count(*) FROM images", "--format", "csv");
    assertThat(asked.out()).as(asked.err()).isEqualTo("count\r\n2\r\n");
    assertThatThrownBy(
            () ->
                roles.execute(
                    READ,
                    "BEGIN READ WRITE; UPDATE lumina.images SET last_seen_run = 'mine'; COMMIT"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied for table images");
  }

  @Test
  void the_reading_role_may_ask_all_that_the_notes_ask() {
    Query query = new Query(roles.as(READ), Duration.ofMinutes(1));
    List<Notebook.Paragraph> asked =
        Notebook.all().stream()
            .flatMap(note -> note.paragraphs().stream())
            .filter(paragraph -> paragraph.interpreter().equals("lumina"))
            .toList();
    assertThat(asked).hasSizeGreaterThan(30);
    for (Notebook.Paragraph paragraph : asked) {
      String sql = paragraph.filled(Map.of());
      assertThatCode(() -> query.print(sql, QueryFormat.CSV, new StringBuilder()))
          .as(paragraph.title())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void grants_that_are_lacking_are_one_line_and_come_with_the_next_migration() {
    roles.ask(MIGRATE).execute("REVOKE ALL ON SCHEMA lumina FROM lumina_publish");
    Cli.Ended without;
    Cli.Ended renewed;
    try {
      without = roles.night();
    } finally {
      renewed = roles.run(MIGRATE, "migrate");
    }
    assertThat(without.exit()).isEqualTo(1);
    assertThat(without.err())
        .hasLineCount(1)
        .contains("permission denied for schema lumina")
        .contains("let that role renew the grants with lumina migrate");
    assertThat(renewed.exit()).as(renewed.err()).isZero();
    assertThat(roles.ask(PUBLISH).one("SELECT count(*) FROM lumina.decisions")).isEqualTo("0");
  }

  @Test
  void the_script_may_run_again() throws IOException {
    roles.runScript();
    assertThat(roles.run(MIGRATE, "migrate").out()).contains("0 migrations applied");
  }
}
