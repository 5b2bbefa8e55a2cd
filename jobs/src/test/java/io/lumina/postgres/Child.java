package io.lumina.postgres;

import io.lumina.failure.LuminaException;
import io.lumina.postgres.server.EmbeddedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with the class path of the test, to be killed. */
public final class Child {
  private Child() {}

  /** Starts a main class; it ends when its standard input is closed. */
  public static Process java(Class<?> main, String... arguments) throws IOException {
    return java(List.of("-Xmx256m"), main, arguments);
  }

  /** The same with options of the JVM. */
  public static Process java(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    return below(List.of(), options, main, arguments);
  }

  /** The same started by another program. */
  static Process below(
      List<String> program, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(program);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** What it says first; null when it ended without a word. */
  public static String firstLine(Process child) throws IOException {
    return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  /**
   * Opens the server of a home, prints its address, or why not, and closes it at the end of input.
   */
  public static final class OpenAndWait {
    private OpenAndWait() {}

    /** One argument: the home. */
    public static void main(String[] arguments) throws IOException {
      try (EmbeddedServer server = EmbeddedServer.open(Path.of(arguments[0]))) {
        System.out.println(server.settings().url());
        System.in.read();
      } catch (LuminaException refused) {
        System.out.println(refused.exit() + " " + refused.getMessage());
      }
    }
  }
}
