package io.lumina.cli;

import io.lumina.config.LuminaConf;
import io.lumina.postgres.Catalog;
import io.lumina.postgres.Database;
import io.lumina.store.RunHandle;
import io.lumina.store.RunLedger;
import io.lumina.store.Store;

/** What the steps of one run share. */
record StepContext(
    RunRequest request,
    LuminaConf conf,
    Catalog catalog,
    Database database,
    Store store,
    RunLedger ledger,
    RunHandle run) {

  String catalogId() {
    return catalog.id().toString();
  }
}
