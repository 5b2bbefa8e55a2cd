package io.lumina.made;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the records of IPTC-IIM, as Photoshop keeps them. */
public final class IptcBlock {
  public static final int KEYWORD = 25;
  public static final int DATE_CREATED = 55;
  public static final int TIME_CREATED = 60;
  public static final int DIGITAL_DATE_CREATED = 62;

  private final ByteArrayOutputStream records = new ByteArrayOutputStream();

  public IptcBlock text(int record, String text) {
    byte[] value = text.getBytes(StandardCharsets.US_ASCII);
    records.writeBytes(new byte[] {0x1C, 2, (byte) record, 0, (byte) value.length});
    records.writeBytes(value);
    return this;
  }

  /** Photoshop's resource 0404 around the records. */
  byte[] resource() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes("8BIM".getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(new byte[] {4, 4, 0, 0, 0, 0, (byte) (records.size() >> 8)});
    all.write(records.size());
    all.writeBytes(records.toByteArray());
    all.writeBytes(new byte[records.size() % 2]);
    return all.toByteArray();
  }
}
