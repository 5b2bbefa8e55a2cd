package io.lumina.image.reading;

import io.lumina.image.reading.Corruption.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what a structure check finds; keeps the first eight so that no file can fill memory. */
public final class Damage {
  private static final int MAX = 8;
  private final List<Corruption> found = new ArrayList<>();

  public void minor(String reason, String detail) {
    add(Severity.MINOR, reason, detail);
  }

  public void moderate(String reason, String detail) {
    add(Severity.MODERATE, reason, detail);
  }

  public void severe(String reason, String detail) {
    // What ends the reading is never dropped.
    found.add(new Corruption(Severity.SEVERE, reason, detail));
  }

  private void add(Severity severity, String reason, String detail) {
    if (found.size() < MAX) {
      found.add(new Corruption(severity, reason, detail));
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Corruption> found() {
    return found;
  }
}
