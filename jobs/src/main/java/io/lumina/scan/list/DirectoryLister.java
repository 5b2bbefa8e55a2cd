package io.lumina.scan.list;

import java.util.List;

/** Lists one directory of a storage, without going deeper. Never throws for what it finds. */
interface DirectoryLister {

  /** All entries of a directory by path, each once; with a problem when there may be more. */
  List<Entry> list(String directory);
}
