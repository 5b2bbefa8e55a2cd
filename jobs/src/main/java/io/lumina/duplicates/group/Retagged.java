package io.lumina.duplicates.group;

import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.Moment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Contents with the same pixels that say different moments: all but one of these tags were changed
 * later. The moment that most contents of the component bear is taken for that of all, of equally
 * many the earliest.
 */
final class Retagged {
  private Retagged() {}

  /** The contents of a component, those that were tagged anew with their first moment. */
  static List<Fingerprint> corrected(List<Fingerprint> prints) {
    Map<Long, Integer> frequency = new HashMap<>();
    Map<List<Long>, Set<Long>> tags = new HashMap<>();
    for (Fingerprint print : prints) {
      if (Moment.isKnown(print.moment())) {
        frequency.merge(print.moment(), 1, Integer::sum);
        print
            .pixels()
            .ifPresent(
                pixels -> tags.computeIfAbsent(pixels, any -> new HashSet<>()).add(print.moment()));
      }
    }
    Map<List<Long>, Long> first = new HashMap<>();
    tags.forEach(
        (pixels, moments) -> {
          if (moments.size() > 1) {
            first.put(pixels, usual(moments, frequency));
          }
        });
    return first.isEmpty() ? prints : prints.stream().map(each -> corrected(each, first)).toList();
  }

  private static long usual(Set<Long> moments, Map<Long, Integer> frequency) {
    long usual = Moment.UNKNOWN;
    for (long moment : moments) {
      int more = frequency.get(moment) - frequency.getOrDefault(usual, 0);
      if (more > 0 || more == 0 && moment < usual) {
        usual = moment;
      }
    }
    return usual;
  }

  private static Fingerprint corrected(Fingerprint print, Map<List<Long>, Long> first) {
    if (!Moment.isKnown(print.moment())) {
      return print;
    }
    return print.pixels().map(first::get).map(print::withMoment).orElse(print);
  }
}
