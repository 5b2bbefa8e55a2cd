package io.lumina.act.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings single files to their targets, and back when their unit cannot go whole. */
final class Placement {
  private final DiskState disk;

  Placement(DiskState disk) {
    this.disk = disk;
  }

  /** The file is at its target when this returns; the source of a move may be there still. */
  Placed place(Operation operation, Placed now) throws IOException {
    if (now.isAtTarget()) {
      return now;
    }
    if (operation.kind().isMove()) {
      FileStamp source = FileStamp.ofSource(operation);
      switch (NewName.give(operation.source(), operation.target())) {
        case BESIDE -> {
          return Placed.beside(source);
        }
        case INSTEAD -> {
          return Placed.instead();
        }
        case ELSEWHERE -> {}
      }
    }
    Path partial = disk.partial(operation);
    SafeCopy.stage(operation, partial);
    try {
      NewName.give(partial, operation.target());
    } finally {
      Files.deleteIfExists(partial);
    }
    return Placed.beside(FileStamp.ofSource(operation));
  }

  /**
   * Whether the source may go now.
   *
   * @throws Refused when it is not what was placed any more
   */
  void checkRemovable(Operation operation, Placed placed) throws IOException {
    if (!placed.isSourceLeft()) {
      return;
    }
    if (!FileStamp.ofSource(operation).equals(placed.source())) {
      throw Refused.at(operation.source(), "was written meanwhile");
    }
    if (operation.kind() == OperationKind.UNCOPY
        && !CheckedRead.sha256(operation.source()).equals(operation.sha256())) {
      throw Refused.at(operation.source(), "has other content than was written there");
    }
  }

  /** The file is at its target alone when this returns. */
  Placed remove(Operation operation, Placed placed) throws IOException {
    if (placed.isSourceLeft()) {
      Files.delete(operation.source());
    }
    return Placed.instead();
  }

  /** The file is where it was, and only there. */
  void backOut(Operation operation, Placed placed) throws IOException {
    if (!placed.isAtTarget() || operation.kind() == OperationKind.UNCOPY) {
      return;
    }
    if (!placed.isSourceLeft()) {
      Operation back = operation.reversed();
      place(back, Placed.not(FileStamp.ofSource(back)));
    }
    FileStamp.ofSource(operation);
    Files.deleteIfExists(operation.target());
  }
}
