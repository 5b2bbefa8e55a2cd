package io.lumina.image.child;

import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Hindrance;
import java.io.File;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.Loader;

/**
 * The command line of a decoder child: this JVM's own executable, and a class path of only the jars
 * that hold what it needs. They are found where the classes really came from, because under
 * spark-submit {@code java.class.path} does not name the application's jars.
 */
final class ChildCommand {
  private ChildCommand() {}

  static List<String> line() throws ChildFailure {
    Path executable = Path.of(System.getProperty("java.home"), "bin", "java");
    String cache = System.getProperty("org.bytedeco.javacpp.cachedir");
    List<String> options =
        cache == null ? List.of() : List.of("-Dorg.bytedeco.javacpp.cachedir=" + cache);
    return Stream.of(
            List.of(
                executable.toString(),
                "-Xmx128m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                // A crash is expected here: no core, no report file in the working directory.
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:+DisplayVMOutputToStderr",
                // Files and pictures lie outside of this small heap; FFmpeg has its own limit.
                "-Dorg.bytedeco.javacpp.maxBytes=0",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dfile.encoding=UTF-8"),
            options,
            List.of("-cp", classPath(), DecoderChildMain.class.getName()))
        .flatMap(List::stream)
        .toList();
  }

  private static String classPath() throws ChildFailure {
    Set<String> entries = new LinkedHashSet<>();
    String platform = Loader.getPlatform();
    entries.add(origin(DecoderChildMain.class));
    entries.add(origin(io.lumina.raster.Raster.class));
    entries.add(origin(Loader.class));
    entries.add(origin(avformat.class));
    entries.add(holder("/org/bytedeco/javacpp/" + platform + "/libjnijavacpp.so"));
    entries.add(holder("/org/bytedeco/ffmpeg/" + platform + "/libjniavformat.so"));
    return String.join(File.pathSeparator, entries);
  }

  private static String origin(Class<?> type) throws ChildFailure {
    // Asked without initialising the class: that would load the natives into this process.
    var source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw unavailable("Nothing says which jar holds " + type.getName());
    }
    return path(source.getLocation());
  }

  private static String holder(String resource) throws ChildFailure {
    URL url = ChildCommand.class.getResource(resource);
    if (url == null) {
      throw unavailable("The class path lacks " + resource + ": add the jar with these natives");
    }
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        return path(jar.getJarFileURL());
      }
      String folder = path(url);
      return folder.substring(0, folder.length() - resource.length());
    } catch (java.io.IOException e) {
      throw unavailable("Reading " + url + ": " + e.getMessage());
    }
  }

  private static String path(URL url) throws ChildFailure {
    try {
      return Path.of(new URI(url.toString())).toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw unavailable("A class path entry that is no local file: " + url);
    }
  }

  private static ChildFailure unavailable(String detail) {
    return new ChildFailure(Hindrance.ofOurs(CorruptionReason.DECODER_UNAVAILABLE, detail));
  }
}
