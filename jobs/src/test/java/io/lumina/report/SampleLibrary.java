package io.lumina.report;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.lumina.made.MadePicture;
import io.lumina.report.model.Picture;
import io.lumina.report.model.Picture.Taken;
import io.lumina.report.model.Score;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Made pictures as rows of a report. Those of one folder show the same. */
public final class SampleLibrary {
  private static final Path FOLDER = folder();

  private SampleLibrary() {}

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("lumina-report");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of a picture, made when it is first asked for. */
  static Path file(String relativePath) {
    Path file = FOLDER.resolve(relativePath);
    if (Files.exists(file)) {
      return file;
    }
    try {
      Files.createDirectories(file.getParent());
      String name = file.getFileName().toString();
      String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      MadePicture picture = MadePicture.of(file.getParent().hashCode(), 520, 390);
      byte[] content =
          switch (extension) {
            case "jpg" -> picture.jpeg(85);
            case "webp" -> picture.webp(80);
            default -> picture.as(extension);
          };
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Path made = file; !made.equals(FOLDER); made = made.getParent()) {
      made.toFile().deleteOnExit();
    }
    return file;
  }

  /** A picture that OpenCV reads, upright. */
  public static Picture picture(String relativePath, String format) {
    Path file = file(relativePath);
    try {
      byte[] content = Files.readAllBytes(file);
      Mat grey = imdecode(new Mat(new BytePointer(content)), IMREAD_GRAYSCALE);
      return new Picture(
          relativePath,
          "sha-" + relativePath,
          file.toString(),
          relativePath,
          "image",
          format,
          content.length,
          grey.cols(),
          grey.rows(),
          1,
          new Taken(Optional.of(LocalDateTime.of(2019, 2, 3, 11, 22, 33)), 95, "exif"),
          Optional.empty(),
          Optional.of(score(format, grey.cols(), grey.rows(), content.length)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The grey values of pictures that OpenCV reads, as analyze would have stored them. */
  public static Map<String, byte[]> lumas(Collection<Picture> pictures) {
    return pictures.stream()
        .collect(Collectors.toMap(Picture::imageId, picture -> luma(picture.sourcePath())));
  }

  private static byte[] luma(String file) {
    Mat small = new Mat();
    resize(imread(file, IMREAD_GRAYSCALE), small, new Size(64, 64), 0, 0, INTER_AREA);
    byte[] luma = new byte[64 * 64];
    small.data().get(luma);
    return luma;
  }

  private static Score score(String format, int width, int height, long bytes) {
    double megapixels = width * height / 1e6;
    double kind = format.equals("JPEG") ? 25 : format.equals("PNG") ? 35 : 20;
    double resolution = Math.min(30, 15 + 8 * Math.log10(megapixels + 1));
    double size = Math.min(20, 20 * (bytes / megapixels) / 1e7);
    return new Score(kind, resolution, size, 8, kind + resolution + size + 8);
  }
}
