package io.lumina.image.reading;

/** Who decodes a JPEG. Both give the same bits. */
public enum JpegDecoder {
  /** {@link io.lumina.image.jpeg.EighthDecoder}. */
  OURS,
  /** What the other does not take, and what is decoded at a larger scale. */
  OPENCV
}
