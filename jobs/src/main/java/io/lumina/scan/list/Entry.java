package io.lumina.scan.list;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What listing one directory gives. Paths are plain for local files and URIs for others. */
public sealed interface Entry {

  /** The path of this entry. */
  String path();

  /**
   * A regular file.
   *
   * @param size bytes
   * @param modified to the millisecond; empty where the storage has none, or one outside of the
   *     years 1 to 9999: no date type holds it, and it says nothing about the file
   * @param hardLink empty for a file with one name, and where the storage does not tell
   */
  record File(String path, long size, Optional<Instant> modified, Optional<HardLink> hardLink)
      implements Entry {
    /** No storage holds a larger file: 64 TiB. Sums of sizes stay numbers. */
    public static final long LARGEST = 1L << 46;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    public File {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(hardLink, "hardLink");
      modified = modified.filter(time -> !time.isBefore(EARLIEST) && !time.isAfter(LATEST));
    }

    /** A file with one name. */
    public File(String path, long size, Optional<Instant> modified) {
      this(path, size, modified, Optional.empty());
    }

    /** Whether the size is one that a file can have. */
    boolean hasPossibleSize() {
      return size >= 0 && size <= LARGEST;
    }
  }

  /** A directory to list in turn. */
  record Directory(String path) implements Entry {
    public Directory {
      Objects.requireNonNull(path, "path");
    }
  }

  /**
   * A symbolic link that may be followed.
   *
   * @param target the real path it leads to, free of links
   * @param to what is there, under the path of the link
   */
  record Link(String path, String target, Entry to) implements Entry {
    public Link {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(to, "to");
    }
  }

  /**
   * Something that was not looked at.
   *
   * @param reason a code, such as {@code directory_unreadable}
   * @param detail one line for a person
   */
  record Problem(String path, String reason, String detail) implements Entry {
    /** The directory exists but cannot be listed: what was below it is unknown, not gone. */
    public static final String UNREADABLE = "directory_unreadable";

    /** The name is there, but not what it stands for: unknown, not gone. */
    public static final String ENTRY_UNREADABLE = "entry_unreadable";

    /** The directory is not there. */
    public static final String VANISHED = "directory_vanished";

    /** No size, or one that no file has. */
    public static final String NO_SIZE = "no_size";

    /** A pipe, a device or a socket. */
    public static final String SPECIAL = "special_file";

    /** A symbolic link that was not followed, or that leads nowhere. */
    public static final String LINK = "link_not_followed";

    /** A file whose name is in scan.exclude-files: as a rule a hidden one. */
    public static final String HIDDEN_FILE = "hidden_file";

    /** A folder whose name is in scan.exclude-directories. */
    public static final String EXCLUDED_FOLDER = "excluded_folder";

    /** A name with bytes that are no UTF-8: it cannot be opened again. */
    public static final String NAME_NOT_UTF8 = "name_not_utf8";

    public Problem {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(detail, "detail");
    }
  }
}
