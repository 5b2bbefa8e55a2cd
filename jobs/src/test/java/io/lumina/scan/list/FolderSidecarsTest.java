package io.lumina.scan.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FolderSidecarsTest {

  @Test
  void a_picture_gets_all_its_sidecars_and_the_one_people_write_first() {
    assertThat(
            FolderSidecars.of(
                List.of("/p/1.jpg.xmp", "/p/1.XMP", "/p/1.jpg.json", "/p/1.jpg", "/p/1.nef")))
        .isEqualTo(
            Map.of(
                "/p/1.jpg", List.of("/p/1.jpg.xmp", "/p/1.XMP", "/p/1.jpg.json"),
                "/p/1.nef", List.of("/p/1.XMP")));
  }

  @Test
  void a_sidecar_without_a_picture_describes_nothing() {
    assertThat(FolderSidecars.of(List.of("/p/1.xmp", "/p/2.jpg", "/p/album.json"))).isEmpty();
  }
}
