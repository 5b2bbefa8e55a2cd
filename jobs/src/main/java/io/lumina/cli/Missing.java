package io.lumina.cli;

/** What may be missing without a run being stopped, because somebody said so. */
enum Missing {
  /** Large parts of the sources. */
  FILES,
  /** The tables that earlier runs wrote. */
  WAREHOUSE;

  /** How a person accepts that. */
  static final String WAREHOUSE_OPTION = "--accept-missing-warehouse";
}
