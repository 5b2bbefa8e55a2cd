package io.lumina.report;

import io.lumina.report.model.BrokenFiles;
import io.lumina.report.model.BrokenFiles.BrokenFile;
import io.lumina.report.model.BrokenFiles.Reason;
import io.lumina.report.model.Bursts;
import io.lumina.report.model.Bursts.Burst;
import io.lumina.report.model.Bursts.Frame;
import io.lumina.report.model.Changes;
import io.lumina.report.model.DateDoubts;
import io.lumina.report.model.DateDoubts.DateDoubt;
import io.lumina.report.model.DuplicateGroup;
import io.lumina.report.model.DuplicateGroup.Member;
import io.lumina.report.model.Duplicates;
import io.lumina.report.model.Heading;
import io.lumina.report.model.Picture;
import io.lumina.report.model.Picture.Taken;
import io.lumina.report.model.ReportModel;
import io.lumina.report.model.ShotTally;
import io.lumina.report.model.StepTime;
import io.lumina.report.model.Tally;
import io.lumina.report.model.Totals;
import io.lumina.report.model.UnseenFiles;
import io.lumina.report.model.UnseenFiles.UnseenFile;
import io.lumina.report.model.Variants;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;

/** A report on the sample library with something in each section, written out by hand. */
public final class SampleModel {
  public static final UUID CATALOG = UUID.fromString("6f9619ff-8b86-4011-b42d-00c04fc964ff");
  static final LocalDateTime BURST_START = LocalDateTime.of(2010, 6, 26, 17, 3, 41);

  private SampleModel() {}

  public static ReportModel model() {
    List<DuplicateGroup> groups = groups();
    return new ReportModel(
        new Heading(
            CATALOG,
            "Family photos",
            "20260114T020001-nightly",
            Instant.parse("2026-01-14T02:07:31Z"),
            List.of("/photos/family")),
        new Totals(48_231, 45_102, 2_871, 214, 412_345_678_901L),
        Optional.of(new Changes(231, 4, 18, 2, 0, 47_976)),
        List.of(
            new Tally("unknown_extension", 1_204),
            new Tally("hidden_folder", 88),
            new Tally("symbolic_link", 3)),
        new Duplicates(1_204, 870, 3_120, 18_345_678_901L, groups),
        new Variants(
            31,
            List.of(
                new Variants.Family(
                    picture("dups/alps/alps.jpg", "JPEG"),
                    List.of(
                        new Variants.Variant(
                            picture("dups/bridge/aaa-orig.jpg", "JPEG"),
                            "captioned",
                            "The same picture with <something> else written."))))),
        new Bursts(41, 388, List.of(burst())),
        List.of(new ShotTally("raw_jpeg", 312, 624), new ShotTally("live_photo", 1_020, 2_040)),
        broken(),
        new UnseenFiles(
            5,
            List.of(new Tally("too_many_pixels", 5)),
            List.of(
                new UnseenFile(
                    "bad/own/bomb.png",
                    "/photos/family/bad/own/bomb.png",
                    "65000x65000 are 4225000000 pixels, the limit is 400000000"
                        + " (analyze.max-pixels)"))),
        dates(),
        steps(),
        Optional.of("computing: 80 % of the time of 4 cores, of that 98 % in analyze"),
        List.of(
            "3 files could not be read because permission was denied; they keep their last known"
                + " state."));
  }

  static List<DuplicateGroup> groups() {
    return List.of(
        group(
            "0b1c9a34-44a1-5d0e-8f1c-2b7f8e2f9a01",
            "near",
            6,
            member(
                picture("dups/alps/alps.jpg", "JPEG"),
                "primary",
                0,
                "Kept because it shows the camera's own data; alps-png50.png scores higher, but"
                    + " only because it was saved again as PNG, and alps-q95.jpg is next."),
            List.of(
                member(picture("dups/alps/alps-copy.jpg", "JPEG"), "exact", 0, "Same bytes."),
                member(picture("dups/alps/alps-q95.jpg", "JPEG"), "near", 0, "0 of 64 bits apart."),
                member(
                    picture("dups/alps/alps-messenger.jpg", "JPEG"),
                    "near",
                    1,
                    "Half the pixels and no camera data."),
                member(
                    picture("dups/alps/alps-png50.png", "PNG"),
                    "near",
                    1,
                    "A re-encoding: no original date."),
                member(picture("dups/alps/alps-webp80.webp", "WEBP"), "near", 2, "Smaller file."))),
        group(
            "1d1c9a34-44a1-5d0e-8f1c-2b7f8e2f9a02",
            "exact",
            3,
            member(
                picture("dups/rose/rose.jpg", "JPEG"),
                "primary",
                0,
                "All three are the same file, byte for byte; this one is the oldest."),
            List.of(
                member(
                    renamed("dups/rose/rose.jpg", "backup/2019/rose (1).jpg"),
                    "exact",
                    0,
                    "Same bytes."),
                member(
                    renamed("dups/rose/rose.jpg", "From phone/\u202Egpj.esor 🌹\nnew.jpg"),
                    "exact",
                    0,
                    "Same bytes."))),
        group(
            "2e1c9a34-44a1-5d0e-8f1c-2b7f8e2f9a03",
            "near",
            14,
            member(
                picture("dups/bridge/aaa-orig.jpg", "JPEG"), "primary", 0, "Kept for its score."),
            List.of(
                member(
                    picture("dups/bridge/blur-a-little.jpg", "JPEG"),
                    "near",
                    1,
                    "Less sharp by 0.3."),
                member(
                    grey(picture("dups/bridge/sharpen-a-little.jpg", "JPEG")),
                    "near",
                    3,
                    "Same size."))));
  }

  private static DuplicateGroup group(
      String id, String kind, long count, Member primary, List<Member> others) {
    long freed = others.stream().mapToLong(member -> member.picture().sizeBytes()).sum();
    return new DuplicateGroup(id, kind, count, freed, primary, others);
  }

  private static Burst burst() {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      frames.add(new Frame(picture("photos/burst/IMG_358" + i + ".JPG", "JPEG"), i == 5));
    }
    return new Burst(
        "Canon PowerShot SX20 IS",
        Optional.of(BURST_START),
        Optional.of(BURST_START.plusSeconds(4)),
        12,
        frames);
  }

  private static BrokenFiles broken() {
    return new BrokenFiles(
        57,
        List.of(new Tally("severe", 31), new Tally("moderate", 6), new Tally("minor", 20)),
        List.of(new Tally("truncated", 20), new Tally("not_a_picture", 12)),
        List.of(
            new BrokenFile(
                "bad/own/empty.png",
                "/photos/family/bad/own/empty.png",
                "severe",
                List.of(new Reason("empty_file", "The file has 0 bytes"))),
            new BrokenFile(
                "bad/\"><script>alert(1)</script>.jpg",
                "/photos/family/bad/\"><script>alert(1)</script>.jpg",
                "moderate",
                List.of(new Reason("broken_stream", "The picture ends in row 812 of 3024"))),
            new BrokenFile(
                "2014/שלום עולם/x'); DROP TABLE images;--.jpg",
                "/photos/family/2014/שלום עולם/x'); DROP TABLE images;--.jpg",
                "minor",
                List.of(new Reason("truncated", "The last 312 bytes are missing")))));
  }

  private static DateDoubts dates() {
    return new DateDoubts(
        412,
        List.of(
            new Tally("FILESYSTEM_ONLY", 300),
            new Tally("CAMERA_DEFAULT", 80),
            new Tally("NO_DATE", 32)),
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    new DateDoubt(
                        "scans/album " + i + "/scan00" + i + ".tif",
                        "/photos/family/scans/album " + i + "/scan00" + i + ".tif",
                        new Taken(
                            i == 0
                                ? Optional.empty()
                                : Optional.of(LocalDateTime.of(2000, 1, 1, 0, 0, i)),
                            i == 0 ? 0 : 30,
                            i == 0 ? "" : "file_system"),
                        i == 0 ? List.of("NO_DATE") : List.of("FILESYSTEM_ONLY", "MIDNIGHT")))
            .toList());
  }

  private static List<StepTime> steps() {
    Map<String, Long> scan = new LinkedHashMap<>();
    scan.put("files", 48_231L);
    scan.put("new", 231L);
    scan.put("missing", 2L);
    return List.of(
        new StepTime("scan", 12.4, scan, List.of()),
        new StepTime("analyze", 187.2, Map.of("read", 235L), List.of()),
        new StepTime("bursts", 9.1, Map.of("bursts", 41L), List.of()),
        new StepTime(
            "duplicates",
            31.8,
            Map.of("groups", 1_204L),
            List.of("Every pair within 5 bits is found.")),
        new StepTime("publish", 6.3, Map.of("rows", 48_231L), List.of()));
  }

  private static Member member(Picture picture, String relation, int distance, String why) {
    return new Member(
        picture, relation, OptionalInt.of(distance), OptionalInt.of(100 - 3 * distance), why);
  }

  private static Picture picture(String path, String format) {
    return SampleLibrary.picture(path, format);
  }

  private static Picture renamed(String path, String name) {
    Picture p = picture(path, "JPEG");
    return new Picture(
        name,
        p.sha256(),
        "/photos/family/" + name,
        name,
        p.fileType(),
        p.format(),
        p.sizeBytes(),
        p.width(),
        p.height(),
        1,
        p.taken(),
        p.corruption(),
        p.score());
  }

  private static Picture grey(Picture p) {
    return new Picture(
        p.imageId(),
        p.sha256(),
        p.sourcePath(),
        p.relativePath(),
        p.fileType(),
        "HEIC",
        p.sizeBytes(),
        p.width(),
        p.height(),
        1,
        p.taken(),
        p.corruption(),
        p.score());
  }
}
