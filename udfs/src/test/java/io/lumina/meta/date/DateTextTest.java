package io.lumina.meta.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.meta.field.Findings;
import io.lumina.meta.field.GeoPosition;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2015:06:07 08:09:10|2015-06-07T08:09:10|",
        "2015:06:07 08:09:10.5|2015-06-07T08:09:10.500|",
        "2015:06:07 08:09:10,25|2015-06-07T08:09:10.250|",
        "2015-06-07T08:09:10+02:00|2015-06-07T08:09:10|+02:00",
        "2015-06-07T08:09:10-0600|2015-06-07T08:09:10|-06:00",
        "2015-06-07T08:09:10-03:30|2015-06-07T08:09:10|-03:30",
        "2015-06-07T08:09:10+09|2015-06-07T08:09:10|+09:00",
        "2015-06-07T08:09:10Z|2015-06-07T08:09:10|Z",
        "2015:06:07 08:09:10 UTC|2015-06-07T08:09:10|Z",
        "2015:06:07 08:09:10 GMT+2|2015-06-07T08:09:10|+02:00",
        "2015-06-07T08:09|2015-06-07T08:09|",
        "2015/06/07 08:09:10|2015-06-07T08:09:10|",
        "2015-06-07-08-09-10|2015-06-07T08:09:10|",
        "2015.06.07 08.09.10|2015-06-07T08:09:10|",
        "20150607T080910+0200|2015-06-07T08:09:10|+02:00",
        "20150607|2015-06-07|",
        "2015:06:07 08:09:10 PM|2015-06-07T20:09:10|",
        "2015:06:07 08:09:10 p.m.|2015-06-07T20:09:10|",
        "2015:06:07 12:09:10 AM|2015-06-07T00:09:10|",
        "2015:06:07 14:09:10下午|2015-06-07T14:09:10|",
        "2015:06:07 02:09:10下午|2015-06-07T14:09:10|",
        "2015:06:07 오후 2:09:10|2015-06-07T14:09:10|",
        "2015:06:07 24:09:10|2015-06-07T00:09:10|",
        "2015:06:07|2015-06-07|",
        "2015:06:00 00:00:00|2015-06|",
        "2015:00:00 00:00:00|2015|",
        "2015-06|2015-06|",
        "2015|2015|",
        "2003:12: 4  8:05:09|2003-12-04T08:05:09|",
        "2015:06:07 25:61:99|2015-06-07|",
        "2015:06:07 08:09:1000000000|2015-06-07T08:09:10|",
        "2010-07-28T11:02:12.000CEST|2010-07-28T11:02:12|",
        "Sun, 7 Jun 2015 08:09:10 +0200|2015-06-07T08:09:10|+02:00",
        "Fri Mar 26 21:19:07 2021|2021-03-26T21:19:07|",
        "MON MAR  1 21:19:07 2021|2021-03-01T21:19:07|",
        "Tue Mar 26 21:19:07 2021|2021-03-26T21:19:07|",
        "2020:02:29 00:00:00|2020-02-29T00:00|",
      })
  void dates_as_cameras_and_programs_write_them(String text, String local, String offset) {
    DateText date = DateText.parse(text).orElseThrow();

    assertThat(date.precision().text(date.local())).isEqualTo(local);
    assertThat(date.offset()).isEqualTo(Optional.ofNullable(offset).map(ZoneOffset::of));
  }

  @ParameterizedTest
  @CsvSource({
    "+02:00,+02:00",
    "-05:30,-05:30",
    "-0330,-03:30",
    "+5:45,+05:45",
    "+9,+09:00",
    "UTC+2,+02:00",
    "Z,Z",
    "+25:00,",
    "+02:75,",
    "Berlin,",
    "'',",
  })
  void offsets_as_cameras_write_them(String text, String offset) {
    assertThat(DateText.offset(text)).isEqualTo(Optional.ofNullable(offset).map(ZoneOffset::of));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "15:06:07 08:09:10",
        "2015:02:30 10:00:00",
        "2023:13:45 99:99:99",
        "0001:01:01 00:00:00",
        "2021:02:29 00:00:00",
        "yesterday",
        "20150607x",
        "201506",
        ""
      })
  void what_is_no_date(String text) {
    assertThat(DateText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "    :  :     :  :  ", "0000:00:00 00:00:00", "0000-00-00T00"})
  void blanks_and_zeros_mean_unknown(String text) {
    assertThat(DateText.meansUnknown(text.replace("T", " "))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "+32.0929+034.8620+028.516/,32.0929,34.862",
    "-33.5000-070.2500/,-33.5,-70.25",
    "+4730.0+00830.0/,47.5,8.5",
    "+473000+0083000/,47.5,8.5",
  })
  void positions_of_iso_6709(String text, double latitude, double longitude) {
    Optional<GeoPosition> position = GeoPosition.ofIso6709(text, new Findings());

    assertThat(position.map(GeoPosition::latitude)).contains(latitude);
    assertThat(position.map(GeoPosition::longitude)).contains(longitude);
  }
}
