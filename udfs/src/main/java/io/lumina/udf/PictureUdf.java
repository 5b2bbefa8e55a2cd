package io.lumina.udf;

import io.lumina.container.FileFormat;
import io.lumina.image.PictureReader;
import io.lumina.image.reading.PictureReading;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/** A SQL function of a file's picture. Each task has one reader, closed with it. */
public abstract class PictureUdf<R> extends LuminaUdf1<byte[], R> {
  private transient PictureReader reader;

  /** The answer for a reading; it may be null. */
  protected abstract R of(PictureReading reading);

  @Override
  protected final R compute(byte[] content) {
    if (reader == null) {
      reader = new PictureReader();
      PictureReader opened = reader;
      if (TaskContext.get() != null) {
        TaskContext.get()
            .addTaskCompletionListener((TaskCompletionListener) ended -> opened.close());
      }
    }
    return of(reader.read(content, FileFormat.detect(content)));
  }
}
