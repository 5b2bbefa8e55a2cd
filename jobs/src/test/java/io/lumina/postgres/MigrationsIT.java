package io.lumina.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.SharedPostgres;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsIT {

  @Test
  void a_second_migration_has_nothing_to_do() {
    Migrations migrations = new Migrations(SharedPostgres.database());
    assertThat(migrations.pending()).isEmpty();
    assertThat(migrations.migrate()).isZero();
  }

  @Test
  void an_old_program_leaves_a_newer_schema_alone() {
    Database database = SharedPostgres.database();
    Migrations migrations = new Migrations(database);
    execute(
        database,
        "INSERT INTO lumina.flyway_schema_history (installed_rank, version, description, type,"
            + " script, checksum, installed_by, execution_time, success) VALUES (9999, '9999',"
            + " 'of tomorrow', 'SQL', 'V9999__of_tomorrow.sql', 1, 'test', 1, true)");
    try {
      assertThatThrownBy(migrations::ensureCurrent)
          .isInstanceOfSatisfying(
              LuminaException.class,
              refused -> assertThat(refused.exit()).isEqualTo(ExitCode.USAGE))
          .hasMessageStartingWith("The schema lumina of ")
          .hasMessageEndingWith(
              " is newer than this program, which does not know 9999 of tomorrow: update Lumina on"
                  + " this machine and build it again");
      assertThatThrownBy(migrations::migrate).hasMessageContaining("is newer than this program");
    } finally {
      execute(database, "DELETE FROM lumina.flyway_schema_history WHERE version = '9999'");
    }
  }

  private static void execute(Database database, String sql) {
    database.transaction(
        "test",
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }

  @Test
  void every_table_of_the_specification_is_there() {
    List<String> tables =
        SharedPostgres.database()
            .transaction(
                "test",
                connection -> {
                  List<String> names = new ArrayList<>();
                  try (Statement statement = connection.createStatement();
                      ResultSet rows =
                          statement.executeQuery(
                              "SELECT table_name FROM information_schema.tables"
                                  + " WHERE table_schema = 'lumina'")) {
                    while (rows.next()) {
                      names.add(rows.getString(1));
                    }
                  }
                  return names;
                });
    assertThat(tables)
        .contains(
            "catalogs",
            "images",
            "perceptual_hashes",
            "shots",
            "bursts",
            "duplicate_groups",
            "duplicate_members",
            "variants",
            "decisions",
            "plans",
            "plan_operations",
            "jobs");
  }
}
