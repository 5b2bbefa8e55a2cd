package io.lumina.meta.field;

import static io.lumina.meta.field.MetadataField.DESCRIPTION;
import static io.lumina.meta.field.MetadataField.GPS_ALT;
import static io.lumina.meta.field.MetadataField.GPS_LAT;
import static io.lumina.meta.field.MetadataField.GPS_LON;
import static io.lumina.meta.field.MetadataField.ISO;
import static io.lumina.meta.field.MetadataField.KEYWORDS;
import static io.lumina.meta.field.MetadataField.MAKE;
import static io.lumina.meta.field.MetadataField.RATING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataTest {
  @Test
  void the_file_wins_and_the_fallback_fills() {
    Metadata file = new Metadata(Map.of(MAKE, "Canon", RATING, 1));
    Metadata other = new Metadata(Map.of(MAKE, "Nikon", ISO, 100, RATING, 5));

    assertThat(file.or(other)).isEqualTo(new Metadata(Map.of(MAKE, "Canon", ISO, 100, RATING, 1)));
  }

  @Test
  void a_sidecar_wins_for_what_people_write() {
    Metadata file = new Metadata(Map.of(MAKE, "Canon", RATING, 1, KEYWORDS, List.of("a")));
    Metadata sidecar =
        new Metadata(
            Map.of(MAKE, "Nikon", RATING, 5, KEYWORDS, List.of("b", "c"), DESCRIPTION, "d"));

    assertThat(file.withSidecar(sidecar))
        .isEqualTo(
            new Metadata(
                Map.of(
                    MAKE, "Canon", RATING, 5, KEYWORDS, List.of("a", "b", "c"), DESCRIPTION, "d")));
  }

  @Test
  void another_position_beside_the_picture_wins_as_a_whole() {
    Metadata file = new Metadata(Map.of(GPS_LAT, 47.0, GPS_LON, 8.0, GPS_ALT, 400.0));
    Metadata elsewhere = new Metadata(Map.of(GPS_LAT, 47.0, GPS_LON, 9.0));
    Metadata rounded = new Metadata(Map.of(GPS_LAT, 47.00004, GPS_LON, 8.0));

    assertThat(file.withSidecar(elsewhere)).isEqualTo(elsewhere);
    assertThat(file.withSidecar(rounded)).isEqualTo(file);
    assertThat(file.withSidecar(Metadata.EMPTY)).isEqualTo(file);
  }

  @Test
  void a_position_is_never_mixed() {
    Metadata file = new Metadata(Map.of(GPS_LAT, 47.0, GPS_LON, 8.0));
    Metadata other = new Metadata(Map.of(GPS_LAT, 1.0, GPS_LON, 2.0, GPS_ALT, 3.0));

    assertThat(file.or(other)).isEqualTo(file);
  }

  @Test
  void fields_are_counted_and_absent_ones_empty() {
    assertThat(new Metadata(Map.of(MAKE, "Canon", ISO, 100)).fieldCount()).isEqualTo(2);
    assertThat(Metadata.EMPTY.fieldCount()).isZero();
    assertThat(Metadata.EMPTY.iso()).isEmpty();
    assertThat(Metadata.EMPTY.keywords()).isEmpty();
  }

  @Test
  void a_value_of_the_wrong_class_is_refused() {
    assertThatThrownBy(() -> new Metadata(Map.of(ISO, "100")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("iso is a INT from 0 to 100000000, not 100 (java.lang.String)");
  }

  @Test
  void a_number_that_no_picture_has_is_refused() {
    assertThatThrownBy(() -> new Metadata(Map.of(MetadataField.GPS_LAT, 90.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gps_lat is a DOUBLE from -90 to 90, not 90.5 (java.lang.Double)");
    assertThatThrownBy(() -> new Metadata(Map.of(MetadataField.DURATION, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stored_numbers_that_cannot_be_are_left_out() {
    assertThat(Metadata.ofPossible(Map.of(ISO, -1, MetadataField.MAKE, "Nikon")))
        .isEqualTo(new Metadata(Map.of(MetadataField.MAKE, "Nikon")));
  }

  @Test
  void the_names_of_fields_are_those_of_the_tables() {
    assertThat(Arrays.stream(MetadataField.values()).map(MetadataField::fieldName))
        .containsExactly(
            "make",
            "model",
            "serial",
            "lens",
            "focal_length",
            "f_number",
            "exposure_time",
            "iso",
            "flash",
            "orientation",
            "width",
            "height",
            "gps_lat",
            "gps_lon",
            "gps_alt",
            "software",
            "artist",
            "copyright",
            "rating",
            "title",
            "description",
            "keywords",
            "duration",
            "codec",
            "content_identifier",
            "burst_uuid");
  }
}
