package io.lumina.scan;

import io.lumina.job.HadoopSettings;
import io.lumina.job.JobReport;
import io.lumina.scan.compare.ChangeCounts;
import io.lumina.scan.list.Boundaries;
import io.lumina.scan.list.DirectoryWalk;
import io.lumina.scan.list.Listers;
import io.lumina.scan.list.ListingDigest;
import io.lumina.scan.list.ListingTally;
import io.lumina.scan.list.ScanConfig;
import io.lumina.scan.list.TreeWalk;
import io.lumina.store.Retention;
import io.lumina.store.TableMark;
import io.lumina.table.ListingRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/** Lists sources on disks of this machine without Spark, and says whether all is as it was. */
public final class QuietScan {
  private final ScanConfig config;
  private final Path warehouse;
  private final String catalogId;

  /**
   * A scan that writes nothing.
   *
   * @param warehouse the folder of the tables on this machine
   */
  public QuietScan(ScanConfig config, Path warehouse, String catalogId) {
    this.config = config;
    this.warehouse = warehouse;
    this.catalogId = catalogId;
  }

  /**
   * What a scan would report that finds what the last one found; none when anything differs, or may
   * differ.
   *
   * @param scanned the version of the table of files that the last scan left
   */
  public Optional<Found> look(TableMark scanned) {
    if (config.listing().isPresent() || !config.roots().areLocal()) {
      return Optional.empty();
    }
    return LastListing.read(warehouse, catalogId)
        .filter(last -> last.files().isSurely(scanned))
        .flatMap(last -> walked(last, scanned.version()));
  }

  private Optional<Found> walked(LastListing last, long version) {
    config.roots().checkDistinct();
    Boundaries boundaries = Boundaries.of(config.alsoClosed(warehouse.toString()));
    Iterator<Row> walk =
        new TreeWalk(
            boundaries,
            new Listers(config.followLinks(), new HadoopSettings(new Configuration(false))),
            DirectoryWalk.start(boundaries),
            Integer.MAX_VALUE);
    ListingDigest digest = new ListingDigest();
    List<Row> notFiles = new ArrayList<>();
    while (walk.hasNext()) {
      Row row = walk.next();
      digest.add(row);
      if (!row.getAs(ListingRows.KIND).equals(ListingRows.FILE)) {
        notFiles.add(row);
      }
    }
    return digest.toString().equals(last.digest())
        ? Optional.of(
            new Found(
                ScanJob.report(
                    ChangeCounts.none(last.unchanged(), last.stillMissing()),
                    ListingTally.of(notFiles),
                    version,
                    Map.of()),
                last.warehouseId(),
                last.retention()))
        : Optional.empty();
  }

  /**
   * All is as it was.
   *
   * @param report of the scan
   * @param warehouseId tells the warehouse from others that ever lie there
   * @param retention of versions of its tables
   */
  public record Found(JobReport report, String warehouseId, Retention retention) {}
}
