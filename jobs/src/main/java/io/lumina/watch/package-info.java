/** Follows runs through the ledger, live, from this machine or another one. */
package io.lumina.watch;
