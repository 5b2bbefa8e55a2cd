package io.lumina.duplicates.links;

class LargeStarSmallStarIT extends ConnectedComponentsContract {
  @Override
  ConnectedComponents components() {
    return new LargeStarSmallStar();
  }
}
