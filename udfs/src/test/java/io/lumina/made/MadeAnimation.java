package io.lumina.made;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgcodecs.Animation;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/**
 * Pictures that a test shows one after the other.
 *
 * @param frames of one size
 * @param millis that each is shown
 */
public record MadeAnimation(List<MadePicture> frames, int millis) {
  public MadeAnimation {
    frames = List.copyOf(frames);
  }

  /** Of scenes that {@link MadePicture} draws. */
  public static MadeAnimation of(int width, int height, int millis, int... seeds) {
    List<MadePicture> frames = new ArrayList<>();
    for (int seed : seeds) {
      frames.add(MadePicture.of(seed, width, height));
    }
    return new MadeAnimation(frames, millis);
  }

  /** As OpenCV writes it: gif, png or webp. */
  public byte[] as(String format) {
    try (Animation animation = new Animation();
        BytePointer encoded = new BytePointer()) {
      MatVector pictures = new MatVector();
      int[] times = new int[frames.size()];
      for (int i = 0; i < times.length; i++) {
        BytePointer png = new BytePointer(frames.get(i).as("png"));
        pictures.push_back(opencv_imgcodecs.imdecode(new Mat(png), opencv_imgcodecs.IMREAD_COLOR));
        times[i] = millis;
      }
      animation.frames(pictures);
      animation.durations(new IntPointer(times));
      opencv_imgcodecs.imencodeanimation("." + format, animation, encoded, new IntPointer(0L));
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
      return bytes;
    }
  }

  /** As ImageIO writes a GIF: with another palette and other blocks. */
  public byte[] otherGif() {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (MadePicture frame : frames) {
        BufferedImage picture =
            new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D pen = picture.createGraphics();
        pen.drawImage(frame.image(), 0, 0, null);
        pen.dispose();
        writer.writeToSequence(new IIOImage(picture, null, timed(writer, picture)), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private IIOMetadata timed(ImageWriter writer, BufferedImage picture) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    IIOMetadataNode control =
        (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
    control.setAttribute("delayTime", String.valueOf(millis / 10));
    metadata.setFromTree(format, root);
    return metadata;
  }
}
