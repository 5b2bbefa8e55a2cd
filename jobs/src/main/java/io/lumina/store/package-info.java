/** Delta tables: versions, commits, the lock of a catalog, what is removed when. */
package io.lumina.store;
