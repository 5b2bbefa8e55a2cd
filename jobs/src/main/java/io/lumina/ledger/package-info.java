/** Every question to and every change of {@code lumina.jobs}, the rows of runs and steps. */
package io.lumina.ledger;
