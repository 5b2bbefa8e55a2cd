package io.lumina.cli;

import io.lumina.config.LuminaConf;
import io.lumina.postgres.Catalog;
import io.lumina.postgres.Database;
import io.lumina.store.CatalogLock;
import io.lumina.store.RunHandle;
import io.lumina.store.RunLedger;
import io.lumina.store.Store;

/** What the steps of one run share. */
record StepContext(
    RunRequest request,
    LuminaConf conf,
    CatalogLock lock,
    Database database,
    Store store,
    RunLedger ledger,
    RunHandle run) {

  /** The catalog that the run holds. */
  Catalog catalog() {
    return lock.catalog();
  }

  String catalogId() {
    return catalog().id().toString();
  }
}
