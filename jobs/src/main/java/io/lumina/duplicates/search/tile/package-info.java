/** All pairs inside one task: one tile of hashes beside another, on a GPU where there is one. */
package io.lumina.duplicates.search.tile;
