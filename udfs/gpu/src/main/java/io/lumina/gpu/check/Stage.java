package io.lumina.gpu.check;

/**
 * How fast a stage is.
 *
 * @param name of the stage
 * @param unit of what it handles
 * @param device units a second; 0 for a stage that stays on the CPU
 * @param oneCore units a second of one core of this machine; 0 where there is no such thing
 * @param allCores units a second of all of them
 * @param remark the limit it runs into, or nothing
 */
record Stage(
    String name, String unit, double device, double oneCore, double allCores, String remark) {
  static final String HEAD =
      "  %-26s %14s %14s %9s %14s %9s"
          .formatted("stage", "GPU/s", "one core/s", "ratio", "all cores/s", "ratio");

  String line() {
    return "  %-26s %14s %14s %9s %14s %9s  %s"
        .formatted(
            name + " (" + unit + ")",
            number(device),
            number(oneCore),
            ratio(oneCore),
            number(allCores),
            ratio(allCores),
            remark);
  }

  private static String number(double value) {
    return value == 0 ? "-" : "%,.3g".formatted(value);
  }

  private String ratio(double of) {
    return of == 0 || device == 0 ? "-" : "%,.1f".formatted(device / of);
  }
}
