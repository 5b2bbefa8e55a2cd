package io.lumina.meta.exif;

import com.drew.metadata.Metadata;
import com.drew.metadata.iptc.IptcDirectory;
import io.lumina.meta.date.DateField;
import io.lumina.meta.date.DateText;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of IPTC-IIM, which newsrooms and old album programs wrote. */
public final class IptcFields {
  private static final Pattern DAY = Pattern.compile("(\\d{4})-?:?(\\d{2})-?:?(\\d{2})");
  private static final Pattern CLOCK = Pattern.compile("(\\d{2}):?(\\d{2}):?(\\d{2})(.*)");

  /** What is left of a word whose letters the program could not write. */
  private static final Pattern LOST = Pattern.compile("\\?+");

  private final Tags iptc;

  public IptcFields(Metadata metadata) {
    this.iptc = Tags.of(metadata, IptcDirectory.class);
  }

  /**
   * Reads all fields.
   *
   * @param clockUnset whether Exif says that the camera knew no time: then the day of capture is
   *     what somebody remembered, no more than any other date
   */
  public void readInto(Findings found, boolean clockUnset) {
    found.text(MetadataField.ARTIST, iptc.text(IptcDirectory.TAG_BY_LINE));
    found.text(MetadataField.COPYRIGHT, iptc.text(IptcDirectory.TAG_COPYRIGHT_NOTICE));
    found.text(MetadataField.TITLE, iptc.text(IptcDirectory.TAG_OBJECT_NAME));
    found.text(MetadataField.DESCRIPTION, iptc.text(IptcDirectory.TAG_CAPTION));
    found.keywords(
        iptc.texts(IptcDirectory.TAG_KEYWORDS).stream()
            .filter(word -> !LOST.matcher(word).matches())
            .toList());
    found.date(
        clockUnset ? DateField.IPTC_REMEMBERED : DateField.IPTC_CREATED,
        moment(IptcDirectory.TAG_DATE_CREATED, IptcDirectory.TAG_TIME_CREATED));
    found.date(
        DateField.IPTC_DIGITIZED,
        moment(IptcDirectory.TAG_DIGITAL_DATE_CREATED, IptcDirectory.TAG_DIGITAL_TIME_CREATED));
  }

  /** {@code 20150607} and {@code 080910+0200} as one text. */
  private Optional<String> moment(int dayTag, int clockTag) {
    return iptc.text(dayTag)
        .filter(day -> !DateText.meansUnknown(day))
        .map(
            day -> {
              String date = DAY.matcher(day.strip()).replaceFirst("$1-$2-$3");
              String clock = iptc.text(clockTag).map(String::strip).orElse("");
              return CLOCK.matcher(clock).matches()
                  ? date + " " + CLOCK.matcher(clock).replaceFirst("$1:$2:$3$4")
                  : date;
            });
  }
}
