/** Pairs of nodes and the connected components that they make. */
package io.lumina.duplicates.links;
