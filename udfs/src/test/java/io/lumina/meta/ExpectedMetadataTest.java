package io.lumina.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.NeedsShared;
import io.lumina.made.SharedFolder;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every value that ExifTool reads from the photos, against ours. */
@NeedsShared
class ExpectedMetadataTest {
  @Test
  void agrees_with_exiftool_but_for_the_listed_values() throws IOException {
    Agreement agreement = Agreement.of(SharedFolder.of("samples"));

    assertThat(agreement.all()).isGreaterThan(1_800);
    assertThat(agreement.disagreements()).isEqualTo(Agreement.listed());
    assertThat(agreement.disagreements()).doesNotContainValue("");
    assertThat(agreement.shown()).isGreaterThanOrEqualTo(0.992);
    assertThat(agreement.share()).isGreaterThanOrEqualTo(0.995);
  }
}
