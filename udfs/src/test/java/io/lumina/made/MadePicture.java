package io.lumina.made;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A picture that a test draws: as many shapes and tones as a photo has, so that its hashes can be
 * trusted. Equal seeds and sizes give equal bytes.
 */
public final class MadePicture {
  private static final int SHAPES = 70;

  private final BufferedImage image;

  private MadePicture(BufferedImage image) {
    this.image = image;
  }

  /** A picture whose shapes follow from the seed, whatever its size. */
  public static MadePicture of(int seed, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Random random = new Random(seed);
    pen.setPaint(new GradientPaint(0, 0, color(random), width, height, color(random)));
    pen.fillRect(0, 0, width, height);
    for (int i = 0; i < SHAPES; i++) {
      int x = (int) (random.nextDouble() * width * 1.2 - width * 0.2);
      int y = (int) (random.nextDouble() * height * 1.2 - height * 0.2);
      int w = (int) (width * (0.05 + 0.3 * random.nextDouble()));
      int h = (int) (height * (0.05 + 0.3 * random.nextDouble()));
      pen.setPaint(new GradientPaint(x, y, color(random), x + w, y + h, color(random)));
      if (random.nextBoolean()) {
        pen.fillOval(x, y, w, h);
      } else {
        pen.fillRect(x, y, w, h);
      }
    }
    pen.dispose();
    return new MadePicture(image);
  }

  /** The next frame of the same scene: every pixel a little lighter or darker. */
  public MadePicture frame(int seed) {
    Random random = new Random(seed);
    BufferedImage frame =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int more = random.nextInt(5) - 2;
        int rgb = image.getRGB(x, y);
        frame.setRGB(
            x,
            y,
            lighter(rgb >> 16 & 255, more) << 16
                | lighter(rgb >> 8 & 255, more) << 8
                | lighter(rgb & 255, more));
      }
    }
    return new MadePicture(frame);
  }

  private static int lighter(int value, int more) {
    return Math.max(0, Math.min(255, value + more));
  }

  /** The same picture in another size. */
  public MadePicture scaled(int width, int height) {
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return new MadePicture(small);
  }

  /** In two tones, white from the middle of grey on. */
  public MadePicture blackAndWhite() {
    BufferedImage tones =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    byte[] grey = CodedPicture.grey(this);
    for (int i = 0; i < grey.length; i++) {
      tones.setRGB(i % width(), i / width(), grey[i] < 0 ? 0xffffff : 0);
    }
    return new MadePicture(tones);
  }

  /** A piece of it. */
  public MadePicture part(int x, int y, int width, int height) {
    BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = part.createGraphics();
    pen.drawImage(image, -x, -y, null);
    pen.dispose();
    return new MadePicture(part);
  }

  /**
   * The picture as a camera stores it that was held in another way.
   *
   * @param orientation of Exif, 1 to 8, that turns it upright again
   */
  public MadePicture stored(int orientation) {
    boolean turned = orientation > 4;
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage stored =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int right = width - 1 - x;
        int below = height - 1 - y;
        int rgb = image.getRGB(x, y);
        switch (orientation) {
          case 1 -> stored.setRGB(x, y, rgb);
          case 2 -> stored.setRGB(right, y, rgb);
          case 3 -> stored.setRGB(right, below, rgb);
          case 4 -> stored.setRGB(x, below, rgb);
          case 5 -> stored.setRGB(y, x, rgb);
          case 6 -> stored.setRGB(y, right, rgb);
          case 7 -> stored.setRGB(below, right, rgb);
          case 8 -> stored.setRGB(below, x, rgb);
          default -> throw new IllegalArgumentException("no orientation " + orientation);
        }
      }
    }
    return new MadePicture(stored);
  }

  BufferedImage image() {
    return image;
  }

  public int width() {
    return image.getWidth();
  }

  public int height() {
    return image.getHeight();
  }

  /**
   * As a JPEG without metadata.
   *
   * @param quality 1 to 100
   */
  public byte[] jpeg(int quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality / 100f);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** As a file of a format that ImageIO writes: png, gif, bmp or tiff. */
  public byte[] as(String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("ImageIO writes no " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** As a lossy WebP. */
  public byte[] webp(int quality) {
    byte[] jpeg = jpeg(100);
    Mat decoded =
        opencv_imgcodecs.imdecode(new Mat(new BytePointer(jpeg)), opencv_imgcodecs.IMREAD_COLOR);
    BytePointer encoded = new BytePointer();
    opencv_imgcodecs.imencode(
        ".webp", decoded, encoded, new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY, quality));
    byte[] bytes = new byte[(int) encoded.limit()];
    encoded.get(bytes);
    return bytes;
  }

  private static Color color(Random random) {
    return new Color(random.nextInt(1 << 24));
  }
}
