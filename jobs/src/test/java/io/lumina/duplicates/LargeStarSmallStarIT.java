package io.lumina.duplicates;

class LargeStarSmallStarIT extends ConnectedComponentsContract {
  @Override
  ConnectedComponents components() {
    return new LargeStarSmallStar();
  }
}
