package io.lumina.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
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
            "decisions",
            "jobs");
  }
}
