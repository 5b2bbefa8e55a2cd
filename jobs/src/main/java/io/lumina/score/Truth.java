package io.lumina.score;

import java.util.List;

/**
 * What a truth file says.
 *
 * @param pictures labels to hold found pairs against, in the order of the file
 * @param others labelled files that are no pictures to be grouped: sidecars, clips, broken samples
 */
public record Truth(List<LabelledFile> pictures, List<LabelledFile> others) {
  public Truth {
    pictures = List.copyOf(pictures);
    others = List.copyOf(others);
  }
}
