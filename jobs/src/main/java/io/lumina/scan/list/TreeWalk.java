package io.lumina.scan.list;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Lists folders and goes on below them for a while; what is then left to list comes out as
 * directory rows. Memory holds the entries of one folder, and as many places as may be listed.
 */
public final class TreeWalk implements Iterator<Row> {
  private final Boundaries boundaries;
  private final Listers listers;
  private final Deque<Place> toList;
  private int room;
  private Iterator<Row> found = List.<Row>of().iterator();

  /**
   * A walk.
   *
   * @param start folders that are listed in any case, so that each walk makes progress
   * @param room how many folders below these are listed before others are handed back
   */
  public TreeWalk(Boundaries boundaries, Listers listers, Collection<Place> start, int room) {
    this.boundaries = boundaries;
    this.listers = listers;
    this.toList = new ArrayDeque<>(start);
    this.room = room;
  }

  @Override
  public boolean hasNext() {
    while (!found.hasNext() && !toList.isEmpty()) {
      found = list(toList.poll());
    }
    return found.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return found.next();
  }

  private Iterator<Row> list(Place place) {
    List<Entry> here = new ArrayList<>();
    List<Row> handedBack = new ArrayList<>();
    for (Entry entry : listers.of(place.path()).list(place.path())) {
      if (entry instanceof Entry.Link link) {
        follow(place, link, here, handedBack);
      } else if (entry instanceof Entry.Directory folder) {
        enter(place.child(folder.path()), here, handedBack);
      } else {
        here.add(entry);
      }
    }
    Map<String, List<String>> sidecars = boundaries.names().sidecars(here);
    return Stream.concat(
            handedBack.stream(), here.stream().map(entry -> row(place, entry, sidecars)))
        .iterator();
  }

  private void follow(Place place, Entry.Link link, List<Entry> here, List<Row> handedBack) {
    Optional<String> objection = boundaries.objection(link, place.passed());
    if (objection.isPresent()) {
      here.add(new Entry.Problem(link.path(), Entry.Problem.LINK, objection.get()));
    } else if (link.to() instanceof Entry.Directory) {
      enter(place.through(link), here, handedBack);
    } else {
      here.add(link.to());
    }
  }

  private void enter(Place child, List<Entry> here, List<Row> handedBack) {
    if (!boundaries.enters(child.path())) {
      if (!boundaries.names().enters(PathNames.fileName(child.path()))) {
        here.add(
            new Entry.Problem(
                child.path(), Entry.Problem.EXCLUDED_FOLDER, "In scan.exclude-directories"));
      }
      return;
    }
    if (room > 0) {
      room--;
      toList.add(child);
    } else {
      handedBack.add(child.row());
    }
  }

  private Row row(Place place, Entry entry, Map<String, List<String>> sidecars) {
    return ListingRow.of(
        place.root(), entry, boundaries.names(), sidecars.getOrDefault(entry.path(), List.of()));
  }
}
