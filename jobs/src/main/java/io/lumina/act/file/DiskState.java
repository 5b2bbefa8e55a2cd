package io.lumina.act.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Asks the disk how far an operation is, before it begins and after a crash. */
final class DiskState {
  private final String planId;

  DiskState(String planId) {
    this.planId = planId;
  }

  /** The name under which a copy is made. */
  Path partial(Operation operation) {
    return operation
        .target()
        .resolveSibling(".partial-%s-%d".formatted(planId, operation.number()));
  }

  /**
   * What a new operation meets.
   *
   * @return nothing when it is so already
   * @throws Refused when it cannot be done
   */
  Optional<Placed> fresh(Operation operation) throws IOException {
    Optional<FileStamp> target = FileStamp.of(operation.target());
    if (operation.kind() == OperationKind.UNCOPY) {
      if (FileStamp.of(operation.source()).isEmpty()) {
        return Optional.of(Placed.instead());
      }
      FileStamp copy = FileStamp.ofSource(operation);
      if (target.isEmpty() || target.get().size() != operation.size()) {
        throw Refused.at(
            operation.source(),
            "is kept: what it was copied from, %s, is not there as it was"
                .formatted(operation.target()));
      }
      return Optional.of(Placed.beside(copy));
    }
    FileStamp source = FileStamp.ofSource(operation);
    for (Path needed : operation.needs()) {
      if (!isFile(needed)) {
        throw Refused.at(
            operation.source(), "stays: what has to be there first, %s, is not".formatted(needed));
      }
    }
    if (target.isEmpty()) {
      return Optional.of(Placed.not(source));
    }
    if (isContent(operation, target.get())) {
      return Optional.empty();
    }
    throw Refused.at(operation.target(), "is there already, with other content");
  }

  /**
   * How far an operation came that was begun.
   *
   * @throws Refused when somebody else was at its files meanwhile
   */
  Placed begun(Operation operation) throws IOException {
    Files.deleteIfExists(partial(operation));
    Optional<FileStamp> source = FileStamp.of(operation.source());
    if (operation.kind() == OperationKind.UNCOPY) {
      return fresh(operation).orElseThrow();
    }
    Optional<FileStamp> target = FileStamp.of(operation.target());
    if (target.isEmpty()) {
      return Placed.not(FileStamp.ofSource(operation));
    }
    if (source.isEmpty()) {
      if (isContent(operation, target.get())) {
        return Placed.instead();
      }
      throw Refused.at(operation.target(), "has other content, and its source is gone");
    }
    if (source.get().isSameFile(target.get()) || isContent(operation, target.get())) {
      return Placed.beside(FileStamp.ofSource(operation));
    }
    if (target.get().size() == 0) {
      // It held the name for the file.
      Files.delete(operation.target());
      return Placed.not(FileStamp.ofSource(operation));
    }
    throw Refused.at(operation.target(), "is there meanwhile, with other content");
  }

  private static boolean isFile(Path path) throws IOException {
    return FileStamp.of(path).filter(FileStamp::isRegular).isPresent();
  }

  private static boolean isContent(Operation operation, FileStamp there) throws IOException {
    return there.isRegular()
        && there.size() == operation.size()
        && CheckedRead.sha256(operation.target()).equals(operation.sha256());
  }
}
