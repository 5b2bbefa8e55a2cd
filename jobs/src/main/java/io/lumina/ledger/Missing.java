package io.lumina.ledger;

/** What may be missing without a run being stopped, because somebody said so. */
public enum Missing {
  /** Large parts of the sources. */
  FILES,
  /** The tables that earlier runs wrote. */
  WAREHOUSE;

  /** How a person accepts that. */
  public static final String WAREHOUSE_OPTION = "--accept-missing-warehouse";
}
