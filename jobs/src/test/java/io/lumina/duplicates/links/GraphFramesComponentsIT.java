package io.lumina.duplicates.links;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Runs where the jar of GraphFrames is on the class path. */
class GraphFramesComponentsIT extends ConnectedComponentsContract {
  @Override
  ConnectedComponents components() {
    GraphFramesComponents components = new GraphFramesComponents();
    assumeTrue(components.isAvailable(), "GraphFrames is not on the class path");
    return components;
  }
}
