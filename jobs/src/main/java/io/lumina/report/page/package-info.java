/** Writes the model of a page as HTML, one class for each section. Knows no tables. */
package io.lumina.report.page;
