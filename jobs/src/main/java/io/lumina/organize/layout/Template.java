package io.lumina.organize.layout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where a file should lie below a target, such as {@code {yyyy}/{yyyy-MM-dd}/{name}}. The extension
 * is always that of the file itself, so what is rendered for its name is the stem alone.
 */
public final class Template implements Serializable {
  private final String text;
  private final List<List<Piece>> folders;
  private final List<Piece> stem;

  private Template(String text, List<List<Piece>> names) {
    this.text = text;
    this.folders = List.copyOf(names.subList(0, names.size() - 1));
    this.stem = List.copyOf(withoutExtension(names.get(names.size() - 1)));
  }

  /**
   * A template that is well formed and cannot leave its root.
   *
   * @throws io.lumina.failure.LuminaException naming the template, the place and what to write
   */
  public static Template parse(String text) {
    return new Template(text, new TemplateParser(text).parse());
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** Whether a picture without a date has no place of its own here. */
  public boolean needsDate() {
    return stem.stream().anyMatch(Piece.Clock.class::isInstance)
        || folders.stream().flatMap(List::stream).anyMatch(Piece.Clock.class::isInstance);
  }

  /** Names of folders for this picture, each clean and of at most so many bytes. */
  List<String> folders(UnitFile file, PictureFacts facts, int longest) {
    List<String> names = new ArrayList<>();
    for (List<Piece> pieces : folders) {
      if (pieces.equals(List.of(new Piece.Value(Field.FOLDER)))) {
        names.addAll(tree(facts, longest));
      } else {
        names.add(orUnknown(CleanName.name(text(pieces, file, facts), longest)));
      }
    }
    return names;
  }

  /** A folder that stands alone keeps the folders in it. */
  private static List<String> tree(PictureFacts facts, int longest) {
    List<String> names = new ArrayList<>();
    for (String name : facts.folder().orElse("").split("/")) {
      String clean = CleanName.name(name, longest);
      if (!clean.isEmpty()) {
        names.add(clean);
      }
    }
    return names.isEmpty() ? List.of(Field.FOLDER.absent()) : names;
  }

  /** What the unit of this file is called; clean, but as long as it gets. */
  String stem(UnitFile file, PictureFacts facts) {
    return orUnknown(CleanName.name(text(stem, file, facts), Integer.MAX_VALUE));
  }

  private static String text(List<Piece> pieces, UnitFile file, PictureFacts facts) {
    StringBuilder out = new StringBuilder();
    pieces.forEach(piece -> out.append(piece.of(file, facts)));
    return out.toString();
  }

  private static String orUnknown(String name) {
    return name.isEmpty() ? Field.FOLDER.absent() : name;
  }

  /** {name} at the end is {stem}, and .{ext} at the end is left out. */
  private static List<Piece> withoutExtension(List<Piece> name) {
    List<Piece> pieces = new ArrayList<>(name);
    int last = pieces.size() - 1;
    if (pieces.get(last).equals(new Piece.Value(Field.NAME))) {
      pieces.set(last, new Piece.Value(Field.STEM));
    } else if (last > 0
        && pieces.get(last).equals(new Piece.Value(Field.EXT))
        && pieces.get(last - 1) instanceof Piece.Literal before
        && before.text().endsWith(".")) {
      pieces.remove(last);
      pieces.set(last - 1, new Piece.Literal(before.text().replaceAll("\\.$", "")));
    }
    return pieces;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
