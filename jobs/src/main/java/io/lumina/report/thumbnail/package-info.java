/** Draws the small pictures of a page, from stored rasters or from the files themselves. */
package io.lumina.report.thumbnail;
