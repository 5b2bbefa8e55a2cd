/**
 * Finds near pairs among all: by bands of hashes (LSH), or all pairs in tiles; only what is new
 * where that is enough.
 */
package io.lumina.duplicates.search;
