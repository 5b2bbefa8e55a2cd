/**
 * Finds out what lies in the sources: walks, listings made elsewhere, names that are left out,
 * links and sidecars. Opens no file.
 */
package io.lumina.scan.list;
