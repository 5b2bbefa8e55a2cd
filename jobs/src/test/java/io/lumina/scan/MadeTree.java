package io.lumina.scan;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;

/** A folder of the names, links, pipes and permissions that real libraries hold. */
final class MadeTree {
  private static final String ACCENTS = "Ångström é ü.jpg";
  private static final List<String> NAMES =
      List.of(
          // Blanks, control characters, and what a shell, a pattern, a URI or a table takes amiss.
          "with space.jpg",
          " leading space.jpg",
          "trailing space .jpg",
          "tab\tin name.jpg",
          "new\nline.jpg",
          "carriage\rreturn.jpg",
          "bell\u0007esc\u001b[31m.jpg",
          "quote'single.jpg",
          "quote\"double.jpg",
          "back\\slash.jpg",
          "comma,semi;colon:.jpg",
          "$(touch x)`id`.jpg",
          "%41%2F percent.jpg",
          "star*question?[a].jpg",
          "{a,b}.jpg",
          "a#b?c=d&e.jpg",
          "-rf.jpg",
          "~home.jpg",
          "=1+1.jpg",
          // What Spark and Hadoop pass by, or take for a column.
          "_DSC0003.NEF",
          "_hidden-for-spark.jpg",
          "_dir/inside.jpg",
          "year=2019/month=07/a.jpg",
          "copy._COPYING_",
          // Letters of the world, in either form.
          Normalizer.normalize(ACCENTS, Normalizer.Form.NFC),
          Normalizer.normalize(ACCENTS, Normalizer.Form.NFD),
          "日本語の写真.jpg",
          "a\u202egpj.exe.jpg",
          "zero\u200bwidth.jpg",
          "🏖️👨‍👩‍👧‍👦 beach.jpg",
          // Long ones.
          "x".repeat(251) + ".jpg",
          "ü".repeat(125) + ".jpg",
          String.join("/", Collections.nCopies(60, "deep")) + "/deep.jpg",
          // Extensions.
          "Case.jpg",
          "case.jpg",
          "CASE.JPG",
          "a.b.c.jpg",
          "noextension",
          ".jpg",
          "trailing.jpg.",
          "photo.jpg.part",
          "photo.jpg~",
          // Left by systems and programs.
          "Thumbs.db",
          ".DS_Store",
          "._IMG_0001.jpg",
          "@eaDir/IMG_0001.jpg/SYNOPHOTO_THUMB_XL.jpg",
          ".thumbnails/123.jpg",
          ".Trash-1000/files/old.jpg",
          "links/real.jpg",
          "unreadable.jpg",
          "locked/inside.jpg");

  private final Path folder;

  private MadeTree(Path folder) {
    this.folder = folder;
  }

  /** Makes all of it in a new folder. */
  static void in(Path folder) throws IOException, InterruptedException {
    MadeTree tree = new MadeTree(folder);
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
    Files.createDirectories(folder.resolve("folder.jpg"));
    Files.createDirectories(folder.resolve("empty-folder"));
    tree.links();
    tree.whatJavaCannotName();
    close("unreadable.jpg", folder);
    close("locked", folder);
  }

  private void links() throws IOException {
    Path links = folder.resolve("links");
    Files.createSymbolicLink(links.resolve("to-file.jpg"), Path.of("real.jpg"));
    Files.createSymbolicLink(links.resolve("dangling.jpg"), Path.of("nowhere.jpg"));
    Files.createSymbolicLink(links.resolve("self.jpg"), Path.of("self.jpg"));
    Files.createSymbolicLink(links.resolve("loop"), Path.of("."));
    Files.createSymbolicLink(links.resolve("up"), Path.of("../.."));
    Files.createSymbolicLink(links.resolve("outside.jpg"), Path.of("/etc/hostname"));
    Files.createSymbolicLink(links.resolve("dir"), Path.of("../year=2019"));
    Files.createLink(links.resolve("hardlink.jpg"), links.resolve("real.jpg"));
  }

  /** A pipe, a socket, and names that are no UTF-8. */
  private void whatJavaCannotName() throws IOException, InterruptedException {
    String script =
        """
        mkfifo pipe.jpg
        for name in 'latin1-\\351\\374.jpg' 'bad-\\377\\376.jpg' 'surrogate-\\355\\240\\200.jpg'; do
          echo 1 > "$(printf "$name")"
        done
        mkdir "$(printf 'dir-\\351')"
        echo 1 > "$(printf 'dir-\\351/inside.jpg')"
        """;
    int exit = new ProcessBuilder("sh", "-ec", script).directory(folder.toFile()).start().waitFor();
    if (exit != 0) {
      throw new IOException("sh ended with %d in %s".formatted(exit, folder));
    }
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      // The file stays when the socket is closed.
      socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket.jpg")));
    }
  }

  private static void close(String name, Path folder) throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve(name), PosixFilePermissions.fromString("---------"));
  }
}
