package io.lumina.act.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
          return Placed.beside(source, there(operation));
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
      if (NewName.give(partial, operation.target()) == NewName.Given.ELSEWHERE) {
        throw Refused.at(operation.target(), "cannot get a name in its own folder");
      }
    } finally {
      Files.deleteIfExists(partial);
    }
    return Placed.beside(FileStamp.ofSource(operation), there(operation));
  }

  private static FileStamp there(Operation operation) throws IOException {
    return FileStamp.of(operation.target())
        .orElseThrow(() -> Refused.at(operation.target(), "went as soon as it was there"));
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
    if (!placed.source().equals(Optional.of(FileStamp.ofSource(operation)))) {
      throw Refused.at(operation.source(), "was written meanwhile");
    }
    if (operation.kind() == OperationKind.UNCOPY) {
      checkCopy(operation);
    } else if (!placed.target().equals(FileStamp.of(operation.target()))) {
      throw Refused.at(operation.target(), "was changed or taken away meanwhile");
    }
  }

  /** Of two files one goes: both have to be what they were. */
  private static void checkCopy(Operation operation) throws IOException {
    if (!CheckedRead.sha256(operation.source()).equals(operation.sha256())) {
      throw Refused.at(operation.source(), "has other content than was written there");
    }
    if (!Contents.is(operation.target(), operation.sha256(), operation.size())) {
      throw Refused.at(
          operation.source(),
          "is kept: what it was copied from, %s, has other content".formatted(operation.target()));
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
      for (Path folder : Folders.missing(operation.source().getParent())) {
        Folders.make(folder);
      }
      Operation back = operation.reversed();
      place(back, Placed.not(FileStamp.ofSource(back)));
    }
    Optional<FileStamp> source = FileStamp.of(operation.source());
    Optional<FileStamp> target = FileStamp.of(operation.target());
    boolean isOneFile =
        source.isPresent() && target.isPresent() && source.get().isSameFile(target.get());
    if (!isOneFile) {
      FileStamp.ofSource(operation);
    }
    Files.deleteIfExists(operation.target());
  }
}
