/**
 * What is decided before anything is compared: bands, flips, keys and passes, by what each would
 * cost.
 */
package io.lumina.duplicates.search.plan;
