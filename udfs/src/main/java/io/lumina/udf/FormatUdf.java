package io.lumina.udf;

import io.lumina.container.FileFormat;

/** The format of a file by its first bytes. */
public class FormatUdf extends LuminaUdf1<byte[], String> {
  @Override
  protected String compute(byte[] content) {
    return FileFormat.detect(content).name();
  }
}
