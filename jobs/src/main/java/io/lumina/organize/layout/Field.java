package io.lumina.organize.layout;

import java.util.Optional;

/** What a template can name of the first file of a unit. */
enum Field {
  NAME("name", "unnamed"),
  STEM("stem", "unnamed"),
  EXT("ext", ""),
  SHA8("sha8", ""),
  SHA256("sha256", ""),
  MAKE("make", "unknown"),
  MODEL("model", "unknown"),
  CITY("city", "unknown"),
  CATALOG("catalog", "unknown"),
  FOLDER("folder", "unknown"),
  RATING("rating", "unrated"),
  BURST("burst", "single");

  private static final int REJECTED = -1;

  private final String word;
  private final String absent;

  Field(String word, String absent) {
    this.word = word;
    this.absent = absent;
  }

  /** As it stands in braces. */
  String word() {
    return word;
  }

  /** What stands in a path where the picture does not say. */
  String absent() {
    return absent;
  }

  Optional<String> of(UnitFile file, PictureFacts facts) {
    return switch (this) {
      case NAME -> Optional.of(file.name());
      case STEM -> Optional.of(FileName.of(file.name()).stem());
      case EXT -> Optional.of(FileName.of(file.name()).extension());
      case SHA8 -> Optional.of(Checksums.eight(file.sha256()));
      case SHA256 -> Optional.of(file.sha256());
      case MAKE -> facts.make();
      case MODEL -> facts.model();
      case CITY -> facts.city();
      case CATALOG -> Optional.of(facts.catalog());
      case FOLDER -> facts.folder();
      case RATING ->
          facts.rating().map(stars -> stars == REJECTED ? "rejected" : Integer.toString(stars));
      case BURST -> facts.burst();
    };
  }
}
