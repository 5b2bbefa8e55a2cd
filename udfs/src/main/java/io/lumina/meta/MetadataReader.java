package io.lumina.meta;

import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataReading;
import io.lumina.meta.text.CleanText;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the metadata of one file. Never throws for what the bytes hold: trouble becomes an issue,
 * and what was found before it stays. Instances keep no state and may be shared by threads.
 */
public final class MetadataReader {
  private static final int MAX_RAW_TAGS = 5_000;

  /** All that a file says of itself. */
  public MetadataReading read(byte[] content) {
    return reading(content, new Findings());
  }

  /**
   * The same from a stream, for files that do not fit into memory: see {@link StreamedMetadata}.
   * Does not close the stream.
   *
   * @throws IOException where the stream itself fails
   */
  public MetadataReading read(InputStream stream) throws IOException {
    return StreamedMetadata.of(stream).read();
  }

  /**
   * The tags of every directory as text, for people who look for what {@link Metadata} leaves out.
   * Directories of the same name are numbered.
   */
  public Map<String, Map<String, String>> raw(byte[] content) {
    Map<String, Map<String, String>> directories = new LinkedHashMap<>();
    int tags = 0;
    for (Directory directory : tags(content, new Findings()).getDirectories()) {
      String name = directory.getName();
      for (int i = 2; directories.containsKey(name); i++) {
        name = directory.getName() + " " + i;
      }
      Map<String, String> texts = new LinkedHashMap<>();
      for (Tag tag : directory.getTags()) {
        if (tags++ < MAX_RAW_TAGS) {
          texts.put(tag.getTagName(), text(tag));
        }
      }
      directories.put(name, texts);
    }
    return directories;
  }

  private static String text(Tag tag) {
    try {
      String description = tag.getDescription();
      return description == null ? "" : CleanText.line(description, CleanText.MAX_VALUE);
    } catch (RuntimeException e) {
      // Descriptions of odd values may fail; the others are still wanted.
      return "";
    }
  }

  static MetadataReading reading(byte[] content, Findings found) {
    Metadata tags = tags(content, found);
    try {
      new Interpretation(tags, found).read();
    } catch (RuntimeException e) {
      found.issue("metadata_error", "Values that make no sense: " + e);
    }
    return found.reading();
  }

  private static Metadata tags(byte[] content, Findings found) {
    Metadata tags = new Metadata();
    try {
      FileTags.read(content, tags, found);
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      found.issue("metadata_unreadable", String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError | StackOverflowError e) {
      // A header of a few bytes can ask for more than there is; the file is at fault, not we.
      found.issue("metadata_unreadable", "Asks for too much: " + e);
    } catch (AssertionError e) {
      // The library asserts what a file says; assertions are on in tests and by a flag.
      found.issue("metadata_unreadable", "Says what cannot be: " + e);
    }
    return tags;
  }
}
