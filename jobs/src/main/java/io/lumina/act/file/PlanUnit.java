package io.lumina.act.file;

import java.util.List;

/** Operations that are carried out all or not at all, such as those of a RAW, its JPEG and XMP. */
public record PlanUnit(List<Operation> operations) {
  public PlanUnit {
    operations = List.copyOf(operations);
    if (operations.isEmpty()) {
      throw new IllegalArgumentException("a unit has at least one operation");
    }
  }
}
