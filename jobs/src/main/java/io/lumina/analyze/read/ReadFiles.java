package io.lumina.analyze.read;

import io.lumina.failure.FileFailure;
import io.lumina.failure.LuminaException;
import io.lumina.job.HadoopSettings;
import io.lumina.table.FilesTable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Reads the files of a partition, one at a time: files and known contents in, by size, rows of READ
 * out.
 */
public final class ReadFiles implements MapPartitionsFunction<Row, Row> {
  private final AnalyzeConfig config;
  private final HadoopSettings hadoop;
  private final SourceMeter meter;
  private final boolean isCut;

  /**
   * The function of one run.
   *
   * @param meter counts what is read
   * @param isCut whether files of one size may be read by several tasks
   */
  public ReadFiles(AnalyzeConfig config, HadoopSettings hadoop, SourceMeter meter, boolean isCut) {
    this.config = config;
    this.hadoop = hadoop;
    this.meter = meter;
    this.isCut = isCut;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> files) {
    FileReader reader = new FileReader(config, hadoop, meter, isCut);
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> reader.close());
    return new Iterator<>() {
      private Row ahead;

      @Override
      public boolean hasNext() {
        while (ahead == null && files.hasNext()) {
          Row row = files.next();
          if (row.isNullAt(row.fieldIndex(WorkRows.KNOWN))) {
            ahead = row;
          } else {
            reader.known(row);
          }
        }
        return ahead != null;
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Row file = ahead;
        ahead = null;
        try {
          FileReading reading = reader.read(file);
          meter.file();
          return row(file, reading);
        } catch (LuminaException told) {
          throw told;
        } catch (RuntimeException bug) {
          throw new FileFailure(file.getAs(FilesTable.SOURCE_PATH), bug);
        }
      }
    };
  }

  private static Row row(Row file, FileReading reading) {
    String[] names = WorkRows.READ.fieldNames();
    Object[] cells = new Object[names.length];
    // A file that is read again may hold another content than its id was given to.
    boolean isAsKnown =
        file.getAs(FilesTable.WAS_STATE) != null
            || Objects.equals(file.getAs(FilesTable.SHA256), reading.checksum().orElse(null));
    for (int i = 0; i < names.length; i++) {
      cells[i] =
          switch (names[i]) {
            case FilesTable.SHA256 -> reading.checksum().orElse(null);
            case FilesTable.ISSUES -> PathIssues.after(file, reading);
            case WorkRows.ASSET -> reading.row().orElse(null);
            case FilesTable.WAS_STATE -> isAsKnown ? file.getAs(names[i]) : FilesTable.PRESENT;
            case FilesTable.WAS_SHA256 -> file.getAs(isAsKnown ? names[i] : FilesTable.SHA256);
            case WorkRows.IS_NEWS -> !PathIssues.isAsBefore(file, reading);
            default -> file.getAs(names[i]);
          };
    }
    return new GenericRowWithSchema(cells, WorkRows.READ);
  }
}
