package io.lumina.postgres;

import io.lumina.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/**
 * Who asks questions of the embedded database: a login of its own that may read the tables and do
 * nothing else. The owner is a superuser, and a question of a superuser can read files of the
 * server, end the session of a night and free its lock.
 */
public final class ReadingRole {
  static final String NAME = "lumina_read";

  /** Whether the role is as {@link #MAKE} makes it. */
  private static final String IS_THERE =
      """
      SELECT count(*) FILTER (WHERE rolcanlogin AND NOT rolsuper
        AND NOT has_function_privilege(rolname, 'pg_catalog.pg_notify(text, text)', 'EXECUTE')) = 1
      FROM pg_roles WHERE rolname = '%s'\
      """
          .formatted(NAME);

  /**
   * Makes it. What PostgreSQL lets everybody call and what reaches beyond one's own question is
   * taken from everybody: the owner needs no grant, and nobody else is here.
   */
  private static final String MAKE =
      """
      DO $make$
      DECLARE
        reaching text;
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
          CREATE ROLE %1$s;
        END IF;
        ALTER ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%2$s';
        ALTER ROLE %1$s SET default_transaction_read_only = on;
        EXECUTE format('REVOKE ALL ON DATABASE %%I FROM PUBLIC', current_database());
        EXECUTE format('GRANT CONNECT ON DATABASE %%I TO %1$s', current_database());
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
        FOR reaching IN
          SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND (
            proname ~ '^(pg_(try_)?advisory_|lo_|pg_logical_|pg_export_snapshot)'
            OR proname IN ('pg_terminate_backend', 'pg_cancel_backend', 'pg_notify', 'set_config'))
        LOOP
          EXECUTE 'REVOKE EXECUTE ON FUNCTION ' || reaching || ' FROM PUBLIC';
        END LOOP;
        IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'lumina') THEN
          GRANT USAGE ON SCHEMA lumina TO %1$s;
          GRANT SELECT ON ALL TABLES IN SCHEMA lumina TO %1$s;
        END IF;
      END
      $make$\
      """;

  private ReadingRole() {}

  /** Makes it unless it is there. */
  public static void ensure(Database owner) {
    boolean isThere = owner.first("setup", IS_THERE, row -> row.getBoolean(1)).orElse(false);
    if (!isThere) {
      String password = password(owner.settings().password()).reveal();
      owner.transaction("setup", connection -> execute(connection, MAKE.formatted(NAME, password)));
    }
  }

  /** How it logs in where the owner logs in so. */
  public static ConnectionSettings settings(ConnectionSettings owner) {
    return new ConnectionSettings(owner.url(), NAME, password(owner.password()));
  }

  /** Follows from that of the owner, which cannot be found from it. */
  private static Secret password(Secret owner) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((NAME + " " + owner.reveal()).getBytes(StandardCharsets.UTF_8));
      return new Secret(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }
}
