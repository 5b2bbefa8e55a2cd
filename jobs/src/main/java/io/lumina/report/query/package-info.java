/** Reads the model of a page from the tables of a catalog. */
package io.lumina.report.query;
