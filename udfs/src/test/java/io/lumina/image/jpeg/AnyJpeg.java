package io.lumina.image.jpeg;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_OPTIMIZE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_RST_INTERVAL;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** JPEGs of all kinds that encoders write, each following from its seed. */
public final class AnyJpeg {
  private static final int[] SAMPLINGS = {0x411111, 0x221111, 0x211111, 0x121111, 0x111111};

  private AnyJpeg() {}

  /** A picture of 1 to 40 pixels on a side, by one of two encoders. */
  public static byte[] small(long seed) {
    Random random = new Random(seed);
    int width = 1 + random.nextInt(40);
    int height = 1 + random.nextInt(40);
    return of(random, width, height, 1 + random.nextInt(100));
  }

  /** A picture that is decoded at an eighth of its size, smooth enough for few bytes. */
  public static byte[] large(long seed) {
    Random random = new Random(seed);
    int width = 512 + random.nextInt(120);
    return of(random, width, 512 + random.nextInt(120), 20 + random.nextInt(70));
  }

  /** Grey noise of 700×700 pixels, baseline: its one scan has more than 300 KiB. */
  public static byte[] noisy() {
    byte[] pixels = new byte[700 * 700];
    new Random(700).nextBytes(pixels);
    int[] plain = {IMWRITE_JPEG_QUALITY, 90};
    return byOpenCv(plain, pixels, 700, 700, true);
  }

  private static byte[] of(Random random, int width, int height, int quality) {
    boolean grey = random.nextInt(5) == 0;
    byte[] pixels = pixels(random, width, height, grey ? 1 : 3);
    return random.nextInt(4) == 0
        ? byImageIo(random, pixels, width, height, grey, quality)
        : byOpenCv(random, pixels, width, height, grey, quality);
  }

  private static byte[] pixels(Random random, int width, int height, int channels) {
    byte[] pixels = new byte[width * height * channels];
    int noise = random.nextInt(3) == 0 ? 256 : 1 + random.nextInt(6);
    int[] slopes = random.ints(3 * channels, -900, 900).toArray();
    for (int i = 0; i < pixels.length; i++) {
      int channel = i % channels;
      int x = i / channels % width;
      int y = i / channels / width;
      int value = slopes[channel] + (slopes[channels + channel] * x >> 7);
      value += slopes[2 * channels + channel] * y >> 7;
      pixels[i] = (byte) (value + random.nextInt(noise));
    }
    return pixels;
  }

  private static byte[] byOpenCv(
      Random random, byte[] pixels, int width, int height, boolean grey, int quality) {
    int restarts = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 0;
    int[] parameters = {
      IMWRITE_JPEG_QUALITY,
      quality,
      IMWRITE_JPEG_PROGRESSIVE,
      random.nextInt(2),
      IMWRITE_JPEG_OPTIMIZE,
      random.nextInt(2),
      IMWRITE_JPEG_RST_INTERVAL,
      restarts,
      IMWRITE_JPEG_SAMPLING_FACTOR,
      SAMPLINGS[random.nextInt(SAMPLINGS.length)],
    };
    return byOpenCv(parameters, pixels, width, height, grey);
  }

  private static byte[] byOpenCv(
      int[] parameters, byte[] pixels, int width, int height, boolean grey) {
    int type = grey ? opencv_core.CV_8UC1 : opencv_core.CV_8UC3;
    try (BytePointer data = new BytePointer(pixels);
        Mat picture = new Mat(height, width, type, data);
        BytePointer file = new BytePointer();
        IntPointer chosen = new IntPointer(parameters)) {
      imencode(".jpg", picture, file, chosen);
      byte[] bytes = new byte[(int) file.limit()];
      file.get(bytes);
      return bytes;
    }
  }

  private static byte[] byImageIo(
      Random random, byte[] pixels, int width, int height, boolean grey, int quality) {
    int type = grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage image = new BufferedImage(width, height, type);
    image.getRaster().setDataElements(0, 0, width, height, pixels);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality / 100f);
    if (random.nextBoolean()) {
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
