package io.lumina.cli;

import io.lumina.cli.option.Message;
import io.lumina.config.Nearest;
import io.lumina.failure.ExitCode;
import io.lumina.failure.FailedStep;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Mistake;
import io.lumina.session.Interruption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** A user's mistake is one line and an exit code; our bug is a stack trace. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  @Override
  public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String message = e.getMessage();
    List<String> unmatched = unmatched(e);
    if (!unmatched.isEmpty()) {
      String word = unmatched.get(0);
      message = unknown(word) + Nearest.hint(word, known(command, word));
    }
    Message.print(
        (message.endsWith("?") ? message : message + ".")
            + " See: lumina "
            + path(command)
            + "--help");
    return ExitCode.USAGE.code();
  }

  /** A wrong word says more than what is missing because of it. */
  private static List<String> unmatched(CommandLine.ParameterException e) {
    if (e instanceof UnmatchedArgumentException words) {
      return words.getUnmatched();
    }
    return e instanceof MissingParameterException
        ? e.getCommandLine().getUnmatchedArguments()
        : List.of();
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    Optional<LuminaException> mistake = Mistake.in(e);
    if (mistake.isPresent()) {
      Message.print(mistake.get().getMessage());
      return mistake.get().exit().code();
    }
    if (Interruption.isUnderWay()) {
      return ExitCode.UNEXPECTED.code();
    }
    String where = FailedStep.of(e).map(place -> " in " + place).orElse("");
    Message.print("Unexpected failure, a bug" + where + ": please report what follows");
    e.printStackTrace(System.err);
    return ExitCode.UNEXPECTED.code();
  }

  private static String unknown(String word) {
    return word.startsWith("-")
        ? "There is no option '" + word + "'"
        : "There is no command '" + word + "'";
  }

  private static List<String> known(CommandLine command, String word) {
    return word.startsWith("-")
        ? new ArrayList<>(command.getCommandSpec().optionsMap().keySet())
        : new ArrayList<>(command.getSubcommands().keySet());
  }

  private static String path(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName(" ");
    return name.substring(Math.min(name.length(), "lumina".length())).strip().isEmpty()
        ? ""
        : name.substring("lumina ".length()) + " ";
  }
}
