/**
 * How formats are built: boxes, directories, headers, first bytes. Below pictures and metadata, so
 * that each is taken apart once and its limits stand in one place. Knows neither pixels nor fields.
 */
package io.lumina.container;
