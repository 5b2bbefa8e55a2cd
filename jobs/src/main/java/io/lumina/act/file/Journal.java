package io.lumina.act.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done for one plan: an append-only file. A state is promised to nobody before its line is
 * on the disk.
 */
public final class Journal implements AutoCloseable {
  private final FileChannel channel;
  private final JournalState state;
  private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream();
  private long lines;

  private Journal(FileChannel channel, JournalState state) {
    this.channel = channel;
    this.state = state;
    this.lines = state.lines();
  }

  /**
   * Opens the journal of a plan to go on with it; makes it when it is not there. The end of a line
   * that a killed program left half written is taken off.
   *
   * @throws io.lumina.failure.LuminaException (guard) when it is damaged
   */
  public static Journal open(Path file, String planId) throws IOException {
    JournalState state = JournalState.of(file, planId);
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    try {
      channel.truncate(state.wholeBytes());
      channel.position(state.wholeBytes());
      Journal journal = new Journal(channel, state);
      if (state.isEmpty()) {
        journal.line(List.of(JournalState.PLAN, planId));
        journal.sync();
        Folders.sync(file.toAbsolutePath().getParent());
      }
      return journal;
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  /** How far each operation came, the lines written here included. */
  public JournalState state() {
    return state;
  }

  /** Says how far an operation came; on the disk only after {@link #sync}. */
  void mark(Operation operation, Mark mark, String reason) {
    List<String> words = new ArrayList<>();
    words.add(mark.name());
    words.add(Long.toString(operation.number()));
    if (mark == Mark.BEGUN) {
      // All that an undo needs, should the tables be lost.
      words.add(operation.kind().word());
      words.add(operation.source().toString());
      words.add(operation.target().toString());
      words.add(operation.sha256());
    }
    if (!reason.isEmpty()) {
      words.add(reason);
    }
    line(words);
    state.mark(operation.number(), mark);
  }

  void folderMade(Path folder) {
    if (!state.wasMade(folder)) {
      line(List.of(JournalState.FOLDER_MADE, folder.toString()));
      state.folderMade(folder);
    }
  }

  void folderTime(Path folder) throws IOException {
    if (!state.knowsTimeOf(folder)) {
      FileTime time = Files.getLastModifiedTime(folder);
      line(List.of(JournalState.FOLDER_TIME, folder.toString(), time.toInstant().toString()));
      state.folderTime(folder, time);
    }
  }

  private void line(List<String> words) {
    unwritten.writeBytes(new JournalLine(lines, words).text().getBytes(StandardCharsets.UTF_8));
    lines++;
  }

  /** Brings to the disk what was said so far. */
  void sync() throws IOException {
    if (unwritten.size() == 0) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(unwritten.toByteArray());
    unwritten.reset();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    try {
      sync();
    } finally {
      channel.close();
    }
  }
}
