package io.lumina.duplicates;

class UnionFindComponentsTest extends ConnectedComponentsContract {
  @Override
  ConnectedComponents components() {
    return new UnionFindComponents();
  }
}
