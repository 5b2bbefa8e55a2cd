package io.lumina.analyze;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures drawn for a test. */
public final class TestPictures {
  private TestPictures() {}

  /** A JPEG of 160x120 pixels; equal seeds give equal bytes. */
  public static Path jpeg(Path file, int seed) throws IOException {
    return write(file, seed, 160, 120);
  }

  static Path write(Path file, int seed, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillOval(random.nextInt(width), random.nextInt(height), width / 3, height / 3);
    }
    pen.dispose();
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "jpg", file.toFile());
    return file;
  }

  /** An XMP packet with a rating and a date. */
  static Path xmp(Path file, int rating) throws IOException {
    return Files.writeString(
        file,
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
            + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
            + " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' xmp:Rating='"
            + rating
            + "' photoshop:DateCreated='2018-07-06T05:04:03'/></rdf:RDF></x:xmpmeta>");
  }

  /** A second of silence, 16 bits, one channel. */
  static Path wav(Path file, int samples) throws IOException {
    ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(samples).putInt(2 * samples);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
    return Files.write(file, wav.array());
  }
}
