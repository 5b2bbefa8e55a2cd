package io.lumina.analyze;

import io.lumina.job.HadoopSettings;
import io.lumina.table.FilesTable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Reads the files of a partition, one at a time: files and known contents in, by size, rows of READ
 * out.
 */
final class ReadFiles implements MapPartitionsFunction<Row, Row> {
  private final AnalyzeConfig config;
  private final HadoopSettings hadoop;
  private final SourceMeter meter;

  /**
   * The function of one run.
   *
   * @param meter counts what is read
   */
  ReadFiles(AnalyzeConfig config, HadoopSettings hadoop, SourceMeter meter) {
    this.config = config;
    this.hadoop = hadoop;
    this.meter = meter;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> files) {
    FileReader reader = new FileReader(config, hadoop, meter);
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
        FileReading reading = reader.read(file);
        meter.file();
        return row(file, reading);
      }
    };
  }

  private static Row row(Row file, FileReading reading) {
    String[] names = WorkRows.READ.fieldNames();
    Object[] cells = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      cells[i] =
          switch (names[i]) {
            case FilesTable.SHA256 -> reading.checksum().orElse(null);
            case FilesTable.ISSUES -> PathIssues.after(file, reading);
            case WorkRows.ASSET -> reading.row().orElse(null);
            case WorkRows.IS_NEWS -> !PathIssues.isAsBefore(file, reading);
            default -> file.getAs(names[i]);
          };
    }
    return new GenericRowWithSchema(cells, WorkRows.READ);
  }
}
