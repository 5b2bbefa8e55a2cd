/**
 * The registry of catalogs and what people decided in them: rows of PostgreSQL as values. What was
 * computed of a catalog lies in {@code library}.
 */
package io.lumina.catalog;
