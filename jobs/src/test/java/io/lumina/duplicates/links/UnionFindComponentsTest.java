package io.lumina.duplicates.links;

class UnionFindComponentsTest extends ConnectedComponentsContract {
  @Override
  ConnectedComponents components() {
    return new UnionFindComponents();
  }
}
