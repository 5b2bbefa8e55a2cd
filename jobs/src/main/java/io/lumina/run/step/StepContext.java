package io.lumina.run.step;

import io.lumina.catalog.Catalog;
import io.lumina.config.LuminaConf;
import io.lumina.ledger.RunHandle;
import io.lumina.ledger.RunLedger;
import io.lumina.postgres.Database;
import io.lumina.store.CatalogLock;
import io.lumina.store.Store;

/** What the steps of one run share. */
public record StepContext(
    RunRequest request,
    LuminaConf conf,
    CatalogLock lock,
    Database database,
    Store store,
    RunLedger ledger,
    RunHandle run) {

  /** The catalog that the run holds. */
  public Catalog catalog() {
    return lock.catalog();
  }

  public String catalogId() {
    return catalog().id().toString();
  }
}
