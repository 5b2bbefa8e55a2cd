package io.lumina.image.child;

import io.lumina.image.reading.PictureReading;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The frames between {@link DecoderChild} and {@link DecoderChildMain}. A {@link Request} is
 * followed by a length and the file's bytes; an answer begins with {@link #ANSWER}, so that
 * whatever a dying process prints is not taken for one.
 */
final class ChildProtocol {
  static final int ANSWER = 0x4c756d69;
  static final byte READY = 1;
  static final byte PICTURE = 2;
  static final byte MEDIA = 3;
  static final byte FAILED = 4;
  static final byte TOO_LARGE = 5;

  private ChildProtocol() {}

  /**
   * A file to look at.
   *
   * @param kind {@link #PICTURE} or {@link #MEDIA}
   * @param maxPixels more are not decoded
   * @param maxBytes the largest single block of memory that a decoder may ask for
   * @param item the HEIF item that is the picture; -1 for the largest picture of any other file
   * @param thumbnail the HEIF item to take instead, or -1
   */
  record Request(byte kind, long maxPixels, long maxBytes, long item, long thumbnail) {

    void write(DataOutputStream out) throws IOException {
      out.writeByte(kind);
      out.writeLong(maxPixels);
      out.writeLong(maxBytes);
      out.writeLong(item);
      out.writeLong(thumbnail);
    }

    static Request read(DataInputStream in) throws IOException {
      return new Request(in.readByte(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
  }

  /**
   * A decoded picture.
   *
   * @param width pixels as stored
   * @param height pixels as stored
   * @param orientation from the file's display matrix, as an Exif value, not yet applied
   * @param luma 64×64 values
   * @param damaged whether the decoder reported errors and went on
   */
  record Picture(int width, int height, int orientation, byte[] luma, boolean damaged) {

    void write(DataOutputStream out) throws IOException {
      out.writeInt(width);
      out.writeInt(height);
      out.writeInt(orientation);
      out.write(luma);
      out.writeBoolean(damaged);
    }

    static Picture read(DataInputStream in) throws IOException {
      int width = in.readInt();
      int height = in.readInt();
      int orientation = in.readInt();
      byte[] luma = in.readNBytes(PictureReading.LUMA_SIDE * PictureReading.LUMA_SIDE);
      return new Picture(width, height, orientation, luma, in.readBoolean());
    }
  }

  /**
   * What a media file holds; NaN and empty texts stand for what is not there.
   *
   * @param damaged whether reading its first packets met an error
   */
  record Media(
      double seconds,
      int width,
      int height,
      String videoCodec,
      String audioCodec,
      String container,
      boolean damaged) {

    void write(DataOutputStream out) throws IOException {
      out.writeDouble(seconds);
      out.writeInt(width);
      out.writeInt(height);
      out.writeUTF(videoCodec);
      out.writeUTF(audioCodec);
      out.writeUTF(container);
      out.writeBoolean(damaged);
    }

    static Media read(DataInputStream in) throws IOException {
      return new Media(
          in.readDouble(),
          in.readInt(),
          in.readInt(),
          in.readUTF(),
          in.readUTF(),
          in.readUTF(),
          in.readBoolean());
    }
  }
}
