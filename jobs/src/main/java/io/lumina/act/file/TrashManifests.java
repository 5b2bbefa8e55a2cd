package io.lumina.act.file;

import io.lumina.source.OwnFolders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files beside what a plan put into the trash that says where each file lay, so that the trash
 * explains itself without a database.
 */
public final class TrashManifests {
  /** The folder of a source directory that holds its trash, a folder for each plan. */
  public static final String TRASH = OwnFolders.TRASH;

  /** Its name in the folder of a plan. */
  static final String NAME = ".manifest";

  private final Map<Path, Long> lines = new HashMap<>();

  /** The folder of a plan in the trash that a file is in. */
  static Optional<Path> folderOf(Path inTrash) {
    for (Path next = inTrash; next.getParent() != null; next = next.getParent()) {
      Path parent = next.getParent();
      if (parent.getFileName() != null && parent.getFileName().toString().equals(TRASH)) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /** Writes a line for each file that is about to go, unless it was written before a crash. */
  void say(List<Operation> operations) throws IOException {
    Map<Path, List<Operation>> byFolder = new LinkedHashMap<>();
    for (Operation operation : operations) {
      if (operation.kind() == OperationKind.TRASH) {
        Path folder =
            folderOf(operation.target())
                .orElseThrow(
                    () -> new IllegalArgumentException("not in a trash: " + operation.target()));
        byFolder.computeIfAbsent(folder, any -> new ArrayList<>()).add(operation);
      }
    }
    for (Map.Entry<Path, List<Operation>> entry : byFolder.entrySet()) {
      say(entry.getKey().resolve(NAME), entry.getValue());
    }
  }

  private void say(Path manifest, List<Operation> operations) throws IOException {
    long number = lines.containsKey(manifest) ? lines.get(manifest) : wholeLines(manifest);
    boolean isNew = number == 0;
    StringBuilder text = new StringBuilder();
    for (Operation operation : operations) {
      text.append(new JournalLine(number, words(operation)).text());
      number++;
    }
    lines.put(manifest, number);
    try (FileChannel channel =
        FileChannel.open(manifest, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    if (isNew) {
      Folders.sync(manifest.getParent());
    }
  }

  /** A manifest that speaks of nothing any more. */
  static void removeAlone(Path folder) throws IOException {
    Path manifest = folder.resolve(NAME);
    boolean isOfTrash = folder.getParent() != null && folder.getParent().endsWith(TRASH);
    if (isOfTrash && Files.exists(manifest)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.count() > 1) {
          return;
        }
      }
      Files.delete(manifest);
    }
  }

  /** How many lines a manifest has; the end that a killed program left half written is cut off. */
  private static long wholeLines(Path manifest) throws IOException {
    if (!Files.exists(manifest)) {
      return 0;
    }
    byte[] bytes = Files.readAllBytes(manifest);
    long whole = 0;
    int end = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        whole++;
        end = i + 1;
      }
    }
    try (FileChannel channel = FileChannel.open(manifest, StandardOpenOption.WRITE)) {
      channel.truncate(end);
    }
    return whole;
  }

  private static List<String> words(Operation operation) {
    return List.of(
        operation.target().toString(),
        operation.source().toString(),
        operation.sha256(),
        Long.toString(operation.size()),
        operation.modified().toString(),
        operation.reason());
  }
}
