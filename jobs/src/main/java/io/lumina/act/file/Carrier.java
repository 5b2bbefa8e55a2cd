package io.lumina.act.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries out operations, several units at once: what brings names to the disk is paid for once for
 * all of them. At each moment each file lies at its source or at its target, whole; a carrier that
 * finds a journal with operations under way goes on with them.
 */
public final class Carrier {
  private final Journal journal;
  private final Direction direction;
  private final Collection<Path> roots;
  private final DiskState disk;
  private final Placement placement;
  private final TrashManifests manifests = new TrashManifests();

  /**
   * Of one plan.
   *
   * @param roots folders under which the targets lie
   */
  public Carrier(Journal journal, String planId, Direction direction, Collection<Path> roots) {
    this.journal = journal;
    this.direction = direction;
    this.roots = List.copyOf(roots);
    this.disk = new DiskState(planId);
    this.placement = new Placement(disk);
  }

  /**
   * Carries out whole units. What cannot be done is said for its unit, which then is as it was; the
   * others go on. Where the target is full the rest is {@link Mark#BACKED_OUT}.
   *
   * @return for each operation what came of it, in order; all of it is in the journal
   * @throws IOException when the journal cannot be written
   */
  public List<Outcome> carry(List<PlanUnit> units) throws IOException {
    List<UnitWork> works = units.stream().map(UnitWork::new).toList();
    for (UnitWork work : works) {
      look(work);
    }
    begin(works);
    each(works, (work, operation) -> makeFolder(operation.target().getParent()));
    manifest(works);
    each(works, this::place);
    Folders.sync(folders(works, Operation::target));
    mark(works, direction.placed());
    for (UnitWork work : works) {
      removeSources(work);
    }
    Folders.sync(folders(works, Operation::source));
    for (UnitWork work : works) {
      if (!work.isStuck()) {
        work.outcomes(direction.done())
            .forEach(
                outcome -> journal.mark(outcome.operation(), outcome.mark(), outcome.reason()));
      }
    }
    journal.sync();
    return works.stream().flatMap(work -> work.outcomes(direction.done()).stream()).toList();
  }

  private void manifest(List<UnitWork> works) {
    List<UnitWork> open = works.stream().filter(work -> !work.open().isEmpty()).toList();
    try {
      manifests.say(open.stream().flatMap(work -> work.open().stream()).toList());
    } catch (IOException failed) {
      open.stream()
          .filter(work -> work.open().get(0).kind() == OperationKind.TRASH)
          .forEach(work -> stop(work, work.open().get(0), failed));
    }
  }

  /** All of a unit that a crash interrupted is looked at, so that all of it can be taken back. */
  private void look(UnitWork work) {
    for (Operation operation : work.open()) {
      try {
        look(work, operation);
      } catch (IOException refused) {
        work.stop(operation, direction.failed(), words(refused));
      }
    }
    if (work.isStopped()) {
      takeBack(work);
    }
  }

  private void look(UnitWork work, Operation operation) throws IOException {
    Optional<Mark> mark = journal.state().mark(operation.number());
    if (mark.isPresent() && direction.hasBegun(mark.get())) {
      work.placed(operation, disk.begun(operation));
      return;
    }
    Optional<Placed> fresh = disk.fresh(operation);
    if (fresh.isPresent()) {
      work.placed(operation, fresh.get());
    } else if (direction == Direction.FORWARD && (work.isAlone() || !operation.kind().isMove())) {
      work.skip(operation, operation.target() + " is there already, with the same content");
    } else {
      throw Refused.at(operation.target(), "is there already");
    }
  }

  private void begin(List<UnitWork> works) throws IOException {
    for (UnitWork work : works) {
      for (Operation operation : work.open()) {
        try {
          if (direction == Direction.FORWARD) {
            remember(operation);
          }
        } catch (IOException unreadable) {
          stop(work, operation, unreadable);
        }
      }
      work.open().forEach(operation -> journal.mark(operation, direction.begun(), ""));
    }
    journal.sync();
  }

  /** What an undo needs to bring folders back. */
  private void remember(Operation operation) throws IOException {
    List<Path> missing = Folders.missing(operation.target().getParent());
    missing.forEach(journal::folderMade);
    Path there = missing.isEmpty() ? operation.target().getParent() : missing.get(0).getParent();
    journal.folderTime(there);
    if (operation.kind().isMove() && Files.isDirectory(operation.source().getParent())) {
      journal.folderTime(operation.source().getParent());
    }
  }

  private void makeFolder(Path folder) throws IOException {
    if (direction == Direction.BACK && Files.isDirectory(folder)) {
      return;
    }
    List<Path> missing = Folders.missing(folder);
    Path there = missing.isEmpty() ? folder : missing.get(0).getParent();
    Folders.checkUnder(there, roots);
    for (Path next : missing) {
      Folders.make(next);
    }
  }

  private void place(UnitWork work, Operation operation) throws IOException {
    if (operation.kind() != OperationKind.UNCOPY) {
      work.placed(operation, placement.place(operation, work.placed(operation)));
    }
  }

  /**
   * Only after all of them may go: until then the unit can be brought back by taking names away.
   */
  private void removeSources(UnitWork work) {
    part(
        work,
        (unit, operation) -> {
          if (operation.kind() != OperationKind.COPY) {
            placement.checkRemovable(operation, unit.placed(operation));
          }
        });
    part(
        work,
        (unit, operation) -> {
          if (operation.kind() != OperationKind.COPY) {
            unit.placed(operation, placement.remove(operation, unit.placed(operation)));
          }
        });
  }

  private void mark(List<UnitWork> works, Mark mark) throws IOException {
    works.forEach(work -> work.open().forEach(operation -> journal.mark(operation, mark, "")));
    journal.sync();
  }

  private void each(List<UnitWork> works, UnitWork.Part part) {
    boolean isFull = false;
    for (UnitWork work : works) {
      if (isFull) {
        backOut(work, work.open(), "The target was full before this one");
      } else {
        isFull = part(work, part);
      }
    }
  }

  /** Returns whether the target is full. */
  private boolean part(UnitWork work, UnitWork.Part part) {
    for (Operation operation : work.open()) {
      try {
        part.on(work, operation);
      } catch (IOException failed) {
        stop(work, operation, failed);
        return isFull(failed);
      }
    }
    return false;
  }

  private void stop(UnitWork work, Operation operation, IOException failed) {
    Mark mark = isFull(failed) ? direction.backedOut() : direction.failed();
    work.stop(operation, mark, words(failed));
    takeBack(work);
  }

  private void backOut(UnitWork work, List<Operation> open, String reason) {
    if (!open.isEmpty()) {
      work.stop(open.get(0), direction.backedOut(), reason);
      takeBack(work);
    }
  }

  private void takeBack(UnitWork work) {
    for (Operation operation : work.touched()) {
      try {
        placement.backOut(operation, work.placed(operation));
      } catch (IOException failed) {
        work.stuck(operation, words(failed));
      }
    }
  }

  private Set<Path> folders(
      List<UnitWork> works, java.util.function.Function<Operation, Path> path) {
    Set<Path> folders = new TreeSet<>();
    works.stream()
        .flatMap(work -> work.touched().stream())
        .forEach(operation -> folders.add(path.apply(operation).getParent()));
    return folders;
  }

  static boolean isFull(IOException failed) {
    String words = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("no space left") || words.contains("quota exceeded");
  }

  private static String words(IOException failed) {
    if (failed instanceof Refused) {
      return failed.getMessage();
    }
    if (failed instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be written or read; look after its permissions";
    }
    if (failed instanceof NoSuchFileException gone) {
      return gone.getFile() + " is not there any more";
    }
    return failed instanceof FileSystemException named && named.getReason() != null
        ? named.getFile() + ": " + named.getReason()
        : String.valueOf(failed.getMessage());
  }
}
