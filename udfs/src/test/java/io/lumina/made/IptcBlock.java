package io.lumina.made;

import java.nio.charset.StandardCharsets;

/** Writes the records of IPTC-IIM, as Photoshop keeps them. */
public final class IptcBlock {
  public static final int KEYWORD = 25;
  public static final int DATE_CREATED = 55;
  public static final int TIME_CREATED = 60;
  public static final int DIGITAL_DATE_CREATED = 62;

  private final MadeBytes records = MadeBytes.big();

  public IptcBlock text(int record, String text) {
    byte[] value = text.getBytes(StandardCharsets.US_ASCII);
    records.u8(0x1C).u8(2).u8(record).u16(value.length).add(value);
    return this;
  }

  /** Photoshop's resource 0404 around the records. */
  byte[] resource() {
    return MadeBytes.big()
        .text("8BIM")
        .u16(0x0404)
        .zeros(4)
        .u16(records.length())
        .add(records.done())
        .zeros(records.length() % 2)
        .done();
  }
}
