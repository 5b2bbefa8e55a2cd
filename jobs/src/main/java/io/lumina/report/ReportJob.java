package io.lumina.report;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.report.model.Bursts;
import io.lumina.report.model.DuplicateGroup;
import io.lumina.report.model.Gallery;
import io.lumina.report.model.Picture;
import io.lumina.report.model.ReportInputs;
import io.lumina.report.model.ReportModel;
import io.lumina.report.model.Variants;
import io.lumina.report.page.HtmlReport;
import io.lumina.report.query.LumaQuery;
import io.lumina.report.query.ReportQuery;
import io.lumina.report.thumbnail.SourceBytes;
import io.lumina.report.thumbnail.StorageBytes;
import io.lumina.report.thumbnail.Thumbnails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the page of a run. A picture that fails costs its thumbnail, never the report. */
public final class ReportJob {
  private final ReportInputs inputs;

  /**
   * A job for one report.
   *
   * @param inputs rows of the catalog and what the run knows
   */
  public ReportJob(ReportInputs inputs) {
    this.inputs = Objects.requireNonNull(inputs, "inputs");
  }

  public JobReport run(ReportConfig config, JobContext context) {
    ReportModel model = ReportQuery.model(inputs, config.limits());
    List<Picture> pictures = pictures(model).limit(config.limits().pictures()).toList();
    SourceBytes source =
        new StorageBytes(context.store().spark().sparkContext().hadoopConfiguration());
    Gallery gallery =
        new Thumbnails(source, new LumaQuery(inputs.images()), config.limits().thumbnailSide())
            .all(pictures, context.progress());
    ReportFile file = ReportFile.of(config.home(), model.heading());
    long bytes = write(file, model, gallery);
    Reported.Shown shown =
        new Reported.Shown(
            model.duplicates().groups(), model.duplicates().shown().size(), pictures.size(), bytes);
    return new JobReport(
        pictures.size(),
        new Reported(file.page(), Optional.of(shown)),
        Map.of(),
        Map.of(),
        prune(config.kept(), file).stream().toList());
  }

  /** What is drawn, in the order of the page: exact copies look like their primary. */
  static Stream<Picture> pictures(ReportModel model) {
    Stream<Picture> groups =
        model.duplicates().shown().stream()
            .flatMap(
                group ->
                    Stream.concat(
                        Stream.of(group.primary()),
                        group.others().stream().filter(member -> !member.exact())))
            .map(DuplicateGroup.Member::picture);
    Stream<Picture> variants =
        model.variants().shown().stream()
            .flatMap(
                family ->
                    Stream.concat(
                        Stream.of(family.picture()),
                        family.variants().stream().map(Variants.Variant::picture)));
    Stream<Picture> bursts =
        model.bursts().shown().stream()
            .flatMap(burst -> burst.frames().stream())
            .map(Bursts.Frame::picture);
    return Stream.of(groups, variants, bursts).flatMap(each -> each);
  }

  /** What hinders it is told, and is no reason to fail: the page is there. */
  private static Optional<String> prune(KeptPages kept, ReportFile file) {
    try {
      kept.prune(file.page(), Instant.now());
      return Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.of(
          "Old reports beside it could not be removed (%s): remove them by hand"
              .formatted(e.getMessage()));
    }
  }

  private static long write(ReportFile file, ReportModel model, Gallery gallery) {
    try {
      return file.write(out -> HtmlReport.render(model, gallery, out));
    } catch (IOException | UncheckedIOException e) {
      throw new LuminaException(
          ExitCode.TEMPORARY,
          "The report "
              + file.page()
              + " cannot be written ("
              + e.getMessage()
              + "); free space or choose another --home, then run scripts/lumina report",
          e);
    }
  }
}
