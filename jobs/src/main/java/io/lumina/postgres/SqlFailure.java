package io.lumina.postgres;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Turns what the driver says into one line for the user, where the user can do something. */
public final class SqlFailure {
  private static final String NOT_ALLOWED = "42501";

  private static final Set<String> WRONG_LOGIN = Set.of("28P01", "28000", "08004");

  /** Connection exceptions, insufficient resources, operator intervention, system errors. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "58");

  private SqlFailure() {}

  /** Why no connection came about. */
  public static LuminaException connecting(ConnectionSettings settings, SQLException failed) {
    String state = state(failed);
    if (state.equals("3D000")) {
      return usage(
          "There is no database '" + database(settings) + "' there: create it, or correct",
          settings);
    }
    if (WRONG_LOGIN.contains(state)) {
      return usage(
          settings.password().isEmpty()
              ? "The database wants a password of user '"
                  + settings.user()
                  + "': set LUMINA_JDBC_PASSWORD or a password file for"
              : "The database refuses user '"
                  + settings.user()
                  + "': correct the user or its password (LUMINA_JDBC_PASSWORD) for",
          settings);
    }
    if (String.valueOf(failed.getMessage()).contains("parse URL")) {
      return usage(
          "Write jdbc:postgresql://host:5432/database; this is no such address:", settings);
    }
    if (hasCause(failed, UnknownHostException.class)) {
      return usage("No such host: correct the address", settings);
    }
    if (PASSING_CLASSES.contains(state.substring(0, 2))) {
      return new LuminaException(
          ExitCode.TEMPORARY,
          "The database does not answer at "
              + settings.address()
              + " ("
              + oneLine(failed.getMessage())
              + "); start it, or try again later",
          failed);
    }
    return usage(
        "The database refuses the connection ("
            + oneLine(failed.getMessage())
            + "): correct --jdbc-url and --jdbc-user, or ask who runs it; the address is",
        settings);
  }

  /**
   * Why work on an open connection failed: temporary when the server went away, ran full or was
   * stopped; otherwise it is a fault of ours.
   */
  public static RuntimeException working(SQLException failed) {
    String state = state(failed);
    if (state.equals("42P01") || state.equals("3F000")) {
      return new LuminaException(
          ExitCode.USAGE,
          "The database lacks a table ("
              + oneLine(failed.getMessage())
              + "); run lumina migrate first",
          failed);
    }
    if (state.equals(NOT_ALLOWED)) {
      return notAllowed(failed);
    }
    if (PASSING_CLASSES.contains(state.substring(0, 2))) {
      return new LuminaException(
          ExitCode.TEMPORARY,
          "The database broke off ("
              + oneLine(failed.getMessage())
              + "); nothing half written is shown, run it again",
          failed);
    }
    return new IllegalStateException("SQL state " + state + ": " + failed.getMessage(), failed);
  }

  /** The refusal of the server inside of a failure, if that was the cause. */
  public static Optional<LuminaException> refused(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && NOT_ALLOWED.equals(sql.getSQLState())) {
        return Optional.of(notAllowed(sql));
      }
    }
    return Optional.empty();
  }

  private static LuminaException notAllowed(SQLException refused) {
    return new LuminaException(
        ExitCode.USAGE,
        "The user of the database may not do this ("
            + oneLine(refused.getMessage())
            + "); do it as the role that owns the schema, or let that role renew the grants with"
            + " lumina migrate",
        refused);
  }

  /** The first line of a message, without control characters. */
  public static String oneLine(String message) {
    String text = message == null ? "no reason given" : message;
    return text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ").strip();
  }

  private static LuminaException usage(String what, ConnectionSettings settings) {
    return new LuminaException(ExitCode.USAGE, what + " " + settings.address());
  }

  private static String state(SQLException failed) {
    String state = failed.getSQLState();
    return state == null || state.length() < 2 ? "99999" : state;
  }

  private static String database(ConnectionSettings settings) {
    return settings.address().substring(settings.address().lastIndexOf('/') + 1);
  }

  private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
