package io.lumina.meta.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.NeedsShared;
import io.lumina.made.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameDatesTest {
  private static final Path TRUTH = SharedFolder.of("samples/truth.csv");

  private final NameDates names = new NameDates();

  @NeedsShared
  @Test
  void finds_what_the_truth_says_and_nothing_else() throws IOException {
    List<String> wrong = new ArrayList<>();
    int dated = 0;
    int undated = 0;
    List<String> lines = Files.readAllLines(TRUTH, StandardCharsets.UTF_8);
    int column = Arrays.asList(lines.get(0).split(",")).indexOf("name_date");
    for (String line : lines.subList(1, lines.size())) {
      // Cells in quotes may hold commas.
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      String truth = cells[column].replace("\"", "");
      if (truth.isEmpty() || truth.startsWith("?") || truth.startsWith("json:")) {
        continue;
      }
      String name = cells[0].substring(cells[0].lastIndexOf('/') + 1);
      List<DateCandidate> found = names.of(name);
      if (truth.startsWith("none")) {
        undated++;
      } else {
        dated++;
      }
      if (!agrees(truth, found)) {
        wrong.add(name + " should give " + truth + " but gives " + found);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(dated).isGreaterThanOrEqualTo(28);
    assertThat(undated).isGreaterThanOrEqualTo(8);
  }

  private static boolean agrees(String truth, List<DateCandidate> found) {
    if (truth.startsWith("none")) {
      return found.isEmpty();
    }
    if (found.size() != 1) {
      return false;
    }
    boolean utc = truth.endsWith("Z") || found.get(0).raw().startsWith("PXL_");
    if (utc) {
      Instant expected = Instant.parse(truth.replaceFirst("Z?$", "Z"));
      return found.get(0).utc().filter(expected::equals).isPresent();
    }
    String text = truth.split(" ")[0];
    LocalDateTime expected =
        text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    return found.get(0).local().filter(expected::equals).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "VID_20190203_112233.mp4,2019-02-03T11:22:33",
    "VID20190203112233.mp4,2019-02-03T11:22:33",
    "2019-02-03 11.22.33.jpg,2019-02-03T11:22:33",
    "20190203.jpg,2019-02-03T00:00",
    "IMG-20190203-WA0001.jpg,2019-02-03T00:00",
    "signal-2019-02-03-11-22-33-123.jpg,2019-02-03T11:22:33",
    "signal-2019-02-03-112233.jpg,2019-02-03T11:22:33",
    "Screenshot_2019-02-03-11-22-33.png,2019-02-03T11:22:33",
    "2019_02_03.jpg,2019-02-03T00:00",
    "IMG_20190203_999999.jpg,2019-02-03T00:00",
    "Screen Shot 2018-05-06 at 12.08.09 AM.png,2018-05-06T00:08:09",
    "Capture d'\u00e9cran 2018-05-06 \u00e0 12.08.09.png,2018-05-06T12:08:09",
    "Capture d'e\u0301cran 2018-05-06 a\u0300 12.08.09.png,2018-05-06T12:08:09",
    "Captura de pantalla 2018-05-06 a las 12.08.09.png,2018-05-06T12:08:09",
    "\u622a\u5c4f2018-05-06 \u4e0b\u53483.08.09.png,2018-05-06T15:08:09",
    "00001IMG_00001_BURST20171214074945.jpg,2017-12-14T07:49:45",
    "PHOTO-2016-07-02-15-15-31-1.jpg,2016-07-02T15:15:31",
    "WP_20131010_074.jpg,2013-10-10T00:00",
    "20190203b.jpg,2019-02-03T00:00",
    "VID_20160202_242832.mp4,2016-02-02T00:28:32",
  })
  void file_names_of_phones_and_programs(String name, String expected) {
    List<DateCandidate> found = names.of(name);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).local()).contains(LocalDateTime.parse(expected));
    assertThat(found.get(0).confidence()).isEqualTo(70);
    assertThat(found.get(0).source()).isEqualTo("filename");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10231299.jpg",
        "05-06-2014.jpg",
        "scan 1987.jpg",
        "Berlin 2011-06.jpg",
        "1550000000002.jpg",
        "IMG_18700101_000000.jpg",
        "DSC_20190.jpg",
        "20190229.jpg",
        "120190203.jpg",
        "7d0a3c52-9b1e-4f6a-8c11-a20190203d7f.jpg",
        "20120430-1C2D-4B7E-9F00-AABBCCDDEEFF.jpg",
        "9f86d081884c7d659a2feaa20190203aa08.jpg",
        "1f20190203c4.jpg",
        "20120430_10152012345678901_n.jpg",
        "10231299_20120430_5521_n.jpg",
        "VID_96190107_003919_772.jpg",
        ""
      })
  void names_that_are_no_date_or_can_be_read_two_ways(String name) {
    assertThat(names.of(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2019/x.jpg,2019-01-01",
    "2019-02/x.jpg,2019-02-01",
    "2019-02-03/x.jpg,2019-02-03",
    "2019-02-03 Trip to Rome/x.jpg,2019-02-03",
    "2019/02/x.jpg,2019-02-01",
    "2019/02/03/x.jpg,2019-02-03",
    "2019/02 February/03/x.jpg,2019-02-03",
    "2019/2019-05/x.jpg,2019-05-01",
    "Photos from 2016/x.jpg,2016-01-01",
    "20190203/x.jpg,2019-02-03",
  })
  void directories_give_their_day_the_deepest_first(String path, LocalDate expected) {
    List<DateCandidate> found = names.of(path);

    assertThat(found).isNotEmpty();
    assertThat(found.get(0).local()).contains(expected.atStartOfDay());
    assertThat(found.get(0).confidence()).isEqualTo(50);
    assertThat(found.get(0).source()).isEqualTo("directory");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1899/x.jpg", "2101/x.jpg", "DCIM/100CANON/x.jpg", "2019-13/x.jpg", "12019/x.jpg"})
  void directories_that_are_no_date(String path) {
    assertThat(names.of(path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PXL_20210101_123456789.jpg,2021-01-01T12:34:56.789Z",
    "PXL_20210101_123456789.MP.jpg,2021-01-01T12:34:56.789Z",
    "original_PXL_20210101_123456.jpg,2021-01-01T12:34:56Z",
  })
  void names_of_pixel_phones_are_instants(String name, Instant expected) {
    DateCandidate date = names.of(name).get(0);

    assertThat(date.utc()).contains(expected);
    assertThat(date.local()).isEmpty();
    assertThat(date.confidence()).isEqualTo(70);
  }

  @ParameterizedTest
  @CsvSource({"2019/x.jpg,YEAR", "2019/02/x.jpg,MONTH", "2019-02-03/x.jpg,DAY"})
  void a_directory_is_as_precise_as_its_name(String path, DatePrecision expected) {
    assertThat(names.of(path).get(0).precision()).isEqualTo(expected);
  }

  @Test
  void a_uuid_as_directory_is_no_date() {
    assertThat(names.of("20120430-1C2D-2019-9F00-AABBCCDDEEFF/x.jpg")).isEmpty();
  }

  @Test
  void the_file_name_comes_before_the_directories() {
    assertThat(names.of("2018/2019-05/IMG_20200102_030405.jpg"))
        .extracting(DateCandidate::confidence)
        .containsExactly(70, 50, 50);
  }
}
