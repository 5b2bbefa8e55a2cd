/**
 * What a page shows, as values: counts, pictures, groups, bursts. How it was read and how it looks
 * is said elsewhere.
 */
package io.lumina.report.model;
