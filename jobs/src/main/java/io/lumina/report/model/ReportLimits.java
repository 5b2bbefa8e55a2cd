package io.lumina.report.model;

/**
 * How much a page shows. What is left out is counted on the page, with the command that lists it.
 *
 * @param groups duplicate groups, those that free most
 * @param filesPerGroup near duplicates of one group, and as many exact copies
 * @param bursts bursts, the longest
 * @param framesPerBurst frames of one burst, the best always among them
 * @param listedFiles damaged files, and as many doubtful dates
 * @param pictures thumbnails on the whole page, at most 33 kB of text each and 12 kB as a rule
 * @param thumbnailSide long side of a thumbnail in pixels
 */
public record ReportLimits(
    int groups,
    int filesPerGroup,
    int bursts,
    int framesPerBurst,
    int listedFiles,
    int pictures,
    int thumbnailSide) {

  public static final ReportLimits DEFAULTS = new ReportLimits(200, 11, 50, 12, 200, 1_500, 240);

  public ReportLimits {
    atLeast(0, groups, "groups");
    atLeast(1, filesPerGroup, "filesPerGroup");
    atLeast(0, bursts, "bursts");
    atLeast(1, framesPerBurst, "framesPerBurst");
    atLeast(0, listedFiles, "listedFiles");
    atLeast(0, pictures, "pictures");
    atLeast(48, thumbnailSide, "thumbnailSide");
  }

  private static void atLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be " + least + " or more, not " + value);
    }
  }

  /** The same with another number of groups. */
  public ReportLimits withGroups(int most) {
    return new ReportLimits(
        most, filesPerGroup, bursts, framesPerBurst, listedFiles, pictures, thumbnailSide);
  }
}
