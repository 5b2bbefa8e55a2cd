package io.lumina.act.plan;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Database;
import io.lumina.postgres.StorableText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The rows of plans. */
public final class Plans {
  private static final int SHORTEST_ID = 4;
  private static final String SELECT =
      """
      SELECT p.id, p.catalog_id, c.name, p.kind, p.state, p.parameters->>'new_source',
        p.parameters->>'to'
      FROM lumina.plans p JOIN lumina.catalogs c ON c.id = p.catalog_id
      WHERE p.id::text LIKE ? || '%' ORDER BY p.created_at LIMIT 2\
      """;

  private final Database database;

  public Plans(Database database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  /**
   * The plan of an id, which may be shortened as long as it names one plan alone.
   *
   * @throws LuminaException (usage) when it names none or several
   */
  public Plan get(String typed) {
    List<Plan> found = typed.matches("[0-9a-f-]{4,36}") ? beginning(typed) : List.of();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new LuminaException(
        ExitCode.USAGE,
        "%s plan '%s'; give %d or more digits of its id, as lumina plan list says it"
            .formatted(
                found.isEmpty() ? "There is no" : "There is more than one",
                io.lumina.failure.Printable.of(typed),
                SHORTEST_ID));
  }

  private List<Plan> beginning(String typed) {
    return database.transaction(
        "plan",
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, typed);
            List<Plan> plans = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                plans.add(plan(rows));
              }
            }
            return plans;
          }
        });
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        PlanKind.of(row.getString(4)),
        PlanState.of(row.getString(5)),
        Optional.ofNullable(row.getString(6)),
        Optional.ofNullable(row.getString(7)));
  }

  /**
   * Throws plans away that were made for the same and not begun: a newer one stands for them.
   *
   * @param parameters of the newer one, a JSON object
   * @return how many
   */
  public int supersede(Plan newer, String parameters) {
    return database.transaction(
        "plan",
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE lumina.plans SET state = 'discarded' WHERE catalog_id = ? AND kind = ?"
                      + " AND state = 'planned' AND id <> ? AND parameters = ?::jsonb")) {
            update.setObject(1, newer.catalogId());
            update.setString(2, newer.kind().word());
            update.setObject(3, newer.id());
            update.setString(4, StorableText.ofJson(parameters));
            return update.executeUpdate();
          }
        });
  }

  /** Says how far a plan is. */
  public void state(UUID plan, PlanState state) {
    String applied =
        state == PlanState.APPLIED || state == PlanState.PARTLY_APPLIED
            ? ", applied_at = coalesce(applied_at, now())"
            : "";
    database.transaction(
        "plan",
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE lumina.plans SET state = ?" + applied + " WHERE id = ?")) {
            update.setString(1, state.word());
            update.setObject(2, plan);
            return update.executeUpdate();
          }
        });
  }
}
