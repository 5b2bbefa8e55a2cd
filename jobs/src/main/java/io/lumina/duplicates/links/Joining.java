package io.lumina.duplicates.links;

import java.util.Locale;

/** How the connected components of near pairs are found. Every way finds the same ones. */
public enum Joining {
  /** On the driver while it can hold the links, else by GraphFrames where it is, else by stars. */
  AUTO,
  /** Union-find in arrays of the driver. */
  UNION_FIND,
  /** Alternating large-star and small-star on DataFrames. */
  STARS,
  /** GraphFrames, where both of its jars are on the class path. */
  GRAPHFRAMES;

  /** The name in configuration and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
